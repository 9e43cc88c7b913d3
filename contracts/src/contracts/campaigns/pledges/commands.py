"""What may be asked to be done: households assess themselves, and the festival confirms."""

from typing import Self

from pydantic import Field, model_validator

from contracts.campaigns.titles.values import DocNumber, Reason
from contracts.campaigns.values import AreaCode, ContentCode
from contracts.messages import Answer, Command, Message

BATCH = 500


class KeptContents(Message):
    """Which of its registered contents a household holds that it kept."""

    list_number: int = Field(ge=1, le=999_999_999, description="Number in the area's private list")
    kept_codes: list[ContentCode] = Field(max_length=5, description="May be empty: nothing was kept")


class AssessHouseholds(Command):
    """Record how households of an area assess themselves at the end of the year, before the festival."""

    kdc_id: AreaCode
    year: int = Field(ge=2017, le=2100)
    households: list[KeptContents] = Field(min_length=1, max_length=BATCH)


class Finding(Message):
    """What the festival found about a household."""

    list_number: int = Field(ge=1, le=999_999_999, description="Number in the area's private list")
    confirmed: bool
    reason: Reason | None = Field(default=None, description="Needed where it is not confirmed")

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if not self.confirmed and not self.reason:
            msg = "reason: needed where a household is not confirmed"
            raise ValueError(msg)
        return self


class ConfirmHouseholds(Command):
    """Record what the area's festival confirmed, by its minutes."""

    kdc_id: AreaCode
    year: int = Field(ge=2017, le=2100)
    minutes_ref: DocNumber
    households: list[Finding] = Field(min_length=1, max_length=BATCH)


class PledgesStanding(Answer):
    """How many registrations of an area took the step."""

    kdc_id: str
    year: int
    self_assessed: int = Field(description="Assessed by this act")
    confirmed: int = Field(description="Confirmed by this act")
    not_confirmed: int = Field(description="Not confirmed by this act")
