"""What may be asked about the readers of guiding documents, and about village conventions."""

from datetime import date

from pydantic import Field

from contracts.campaigns.values import UnitCode
from contracts.messages import Answer, ListQuery, Page


class GuidanceReaders(ListQuery):
    """Who has read a document by the day of `as_of`, and who has not."""

    guidance_id: str
    unit_code: UnitCode | None = Field(default=None, description="Only bodies of this unit and all below it")
    read: bool | None = Field(default=None, description="Only those that have, or only those that have not")


class ReaderRecord(Answer):
    """A body to which a document is addressed, or which has read it."""

    body: str
    unit_code: str
    addressed: bool = Field(description="Whether the document is meant for it by name of its agency")
    read_on: date | None


class ReaderPage(Page[ReaderRecord]):
    """One page of readers by name; the counts are of the whole list, whatever `read` asks for."""

    on: date
    addressed: int = Field(description="Bodies for which it is meant")
    read: int = Field(description="Those of them that have read it")


class ConventionList(ListQuery):
    """Village conventions told by documents that are in force, of a unit and all below it."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    year: int | None = Field(default=None, ge=1990, le=2100, description="Year of approval")


class ConventionRecord(Answer):
    """The village convention of a residential area, as a document tells it."""

    convention_id: str
    guidance_id: str
    kdc_id: str
    text_ref: str
    approved_on: date
    approved_by: str


class ConventionPage(Page[ConventionRecord]):
    """One page of village conventions."""
