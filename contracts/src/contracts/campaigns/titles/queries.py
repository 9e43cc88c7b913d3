"""What may be asked: cultural titles of households and residential areas."""

from datetime import date

from pydantic import Field, JsonValue

from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.titles.values import Ballot, TitleState, VotedTitle
from contracts.campaigns.values import UnitCode
from contracts.messages import Answer, ListQuery, Message, Page, Query


class TitleById(Query):
    """One title."""

    registration_id: str


class TitleList(ListQuery):
    """Titles of a unit and all below it, of a year, in a state."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    year: int | None = Field(default=None, ge=2016, le=2100)
    title: VotedTitle | None = None
    state: TitleState | None = None
    subject_ref: str | None = Field(default=None, description="All titles of one household or area")
    overdue_as_of: date | None = Field(
        default=None, description="Only dossiers whose decision was due before this day and is not made"
    )


class TitleRecord(Answer):
    """A title, from its registration to its decision."""

    registration_id: str
    title: VotedTitle
    standard_version: str
    subject_ref: str
    kdc_id: str
    year: int
    registered_by: str
    registered_on: date
    state: TitleState
    meeting_id: str | None
    yes_votes: int | None
    submitted_on: date | None
    decision_due: ExplainedDeadline | None
    decided_by: str | None
    decision_no: str | None
    decided_on: date | None
    consecutive_years: int | None
    last_year: int | None = Field(description="Last year that the title covers")
    certificate_earned: bool
    revoked_on: date | None
    reason: str | None = Field(description="Why it was rejected or revoked")
    facts_digest: str | None


class TitlePage(Page[TitleRecord]):
    """One page of titles."""


class TitleFacts(Query):
    """The facts that were frozen with the decision on a title."""

    registration_id: str


class FrozenFacts(Answer):
    """The facts behind a decision, as they were on its day."""

    registration_id: str
    facts: dict[str, JsonValue]
    digest: str = Field(description="SHA-256 of the facts in canonical JSON")
    intact: bool = Field(description="Whether the facts still have this digest")


class TitleMeetingById(Query):
    """One residents' meeting that voted on titles."""

    meeting_id: str


class TitleMeetingRecord(Answer):
    """A residents' meeting: attendance, minutes, and when its dossier was due and sent."""

    meeting_id: str
    title: VotedTitle
    kdc_id: str
    year: int
    held_on: date
    invited: int
    attended: int
    ballot: Ballot
    minutes_ref: str
    dossier_due: ExplainedDeadline
    dossier_no: str | None
    submitted_on: date | None
    state: str


class TitleCounts(Query):
    """How many titles were registered and recognised in a unit by a day; never whose."""

    unit_code: UnitCode = Field(description="This unit and all below it")
    year: int = Field(ge=2016, le=2100)


class Share(Message):
    """A share, as its two parts."""

    numerator: int
    denominator: int


class TitleCount(Answer):
    """The titles of one kind as they stood on a day."""

    title: VotedTitle
    registered: int
    rejected: int
    revoked: int
    recognised: int = Field(description="Decided by the day and not revoked by it")
    recognised_of_registered: Share


class TitleCountsAnswer(Answer):
    """The titles of a unit and year as they stood on a day."""

    unit_code: str
    year: int
    on: date
    counts: list[TitleCount]
