"""What may be asked about the programme and its duties, and how it is answered."""

from datetime import date, datetime

from pydantic import Field

from contracts.messages import Answer, ListQuery, Page, Query
from contracts.reporting.values import BodyCode, DutyId, DutyStatus, Part, ProgrammeState, Year


class ProgrammeById(Query):
    """One programme."""

    programme_id: str


class ProgrammeList(ListQuery):
    """The coordination programmes, proposed, in force and refused."""

    state: ProgrammeState | None = None
    year: Year | None = Field(default=None, description="Programmes proposed in this year")


class SignatureRecord(Answer):
    """The signature of one party."""

    body: str
    signed_on: date


class ProgrammeRecord(Answer):
    """A programme; its reason of refusal is shown to the two parties only."""

    programme_id: str
    number: str
    title: str
    basis: str
    unit_code: str
    state: ProgrammeState
    proposed_by: str
    proposed_on: date
    signatories: list[str]
    signatures: list[SignatureRecord]
    in_force_from: date | None = Field(description="Day of the second signature")
    refused_by: str | None
    reason: str | None


class ProgrammePage(Page[ProgrammeRecord]):
    """One page of programmes."""


class DutyBoard(ListQuery):
    """The duty board: the 115 items of the programme and where each stands."""

    limit: int = Field(default=200, ge=1, le=500, description="Items on one page")
    duty: DutyId | None = None
    year: Year | None = Field(default=None, description="Evidence of this year; of all years if absent")
    body: BodyCode | None = Field(
        default=None, description="Duties for which this body answers or has acted, and its own standing"
    )
    status: DutyStatus | None = None
    service: str | None = Field(default=None, description="Duties that this service serves, e.g. `funds`")


class ResponsibleAgency(Answer):
    """An agency that answers for a duty, and as what: lead, coord, direct, guide, advise or do."""

    agency: str
    name_vi: str
    name_en: str
    role: str


class YearTally(Answer):
    """What is known of a duty for one year."""

    year: int
    evidence: int = Field(description="Events that are evidence of it")
    in_progress: int = Field(description="Bodies that answer for it and have begun")
    done: int = Field(description="Bodies that answer for it and have declared it done")
    others: int = Field(description="Bodies that acted without being those that answer for it")


class DutyRow(Answer):
    """One item of the programme as it stands, within what was asked for.

    `not_started`: no evidence; `done`: all bodies that answer for it and began have declared it done.
    """

    id: DutyId
    clause: str
    kind: str = Field(description="duty, principle, basis or formal")
    text_vi: str
    text_en: str
    services: list[str]
    responsible: list[ResponsibleAgency] = Field(
        description="Agencies in force on the last day of the year asked for, or today"
    )
    status: DutyStatus
    evidence: int = Field(description="Events that are evidence of it")
    years: list[YearTally]


class DutyPage(Page[DutyRow]):
    """One page of the duty board, in the order of the programme's text."""


class DutyOnBoard(ListQuery):
    """One item of the programme with its evidence."""

    duty_id: DutyId
    year: Year | None = None
    body: BodyCode | None = Field(default=None, description="What this body did or had a part in")


class EvidenceRecord(Answer):
    """One event that is evidence of a duty."""

    evidence_id: str
    event_id: str
    source: str = Field(description="The service that published it, e.g. `/funds`")
    type: str
    body: str
    part: Part = Field(description="Whether the body acted, joined in, or was represented")
    unit_code: str | None = Field(description="Where, if the event says so")
    year: int
    occurred_on: date
    recorded_at: datetime


class DutyDetail(DutyRow):
    """One item with a page of its evidence, the earliest recorded first."""

    evidence_list: list[EvidenceRecord]
    next_cursor: str | None = Field(description="To the next page of evidence")


class DutyStandings(ListQuery):
    """Where each body stands with one duty."""

    duty_id: DutyId
    year: Year | None = None
    status: DutyStatus | None = None


class StandingRecord(Answer):
    """Where one body stands with a duty in a year."""

    standing_id: str
    body: str
    year: int
    answers: bool = Field(description="Whether the body is one of those that answer for the duty")
    status: DutyStatus
    evidence: int = Field(description="Events in which the body had a part")
    first_on: date | None = Field(description="Day of the earliest of them")
    last_on: date | None = Field(description="Day of the latest of them")
    done_on: date | None


class StandingPage(Page[StandingRecord]):
    """One page of bodies' standings."""
