"""What may be asked: what households registered and kept, by area; counts for everyone."""

from datetime import date
from typing import Literal

from pydantic import Field

from contracts.campaigns.values import AreaCode, ContentCode, UnitCode
from contracts.messages import Answer, ListQuery, Page, Query

PledgeState = Literal["registered", "self_assessed", "confirmed", "not_confirmed"]


class PledgeList(ListQuery):
    """What the households of one area registered for a year, and how it ended."""

    kdc_id: AreaCode
    year: int = Field(ge=2017, le=2100)
    state: PledgeState | None = None


class PledgeRecord(Answer):
    """What one household took upon itself for a year."""

    registration_id: str
    household_ref: str
    kdc_id: str
    year: int
    content_codes: list[ContentCode]
    state: PledgeState
    registered_on: date
    kept_codes: list[ContentCode] | None = Field(description="What it holds that it kept")
    assessed_on: date | None
    settled_on: date | None = Field(description="Day of the festival that settled it")
    minutes_ref: str | None
    reason: str | None = Field(description="Why it was not confirmed")


class PledgePage(Page[PledgeRecord]):
    """One page of registrations."""


class PledgeCounts(Query):
    """How many registrations of a unit and all below it stood where, as of a day."""

    unit_code: UnitCode
    year: int = Field(ge=2017, le=2100)


class PledgeCountsAnswer(Answer):
    """Households by the step that they had reached on the day; each counts at its last step alone."""

    unit_code: str
    year: int
    on: date
    registered: int
    self_assessed: int
    confirmed: int
    not_confirmed: int
