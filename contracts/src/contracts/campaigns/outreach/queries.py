"""What may be asked: outreach, its counts, and plans of training."""

from datetime import date

from pydantic import Field

from contracts.campaigns.outreach.values import (
    InvitationState,
    LinkedProgramme,
    OutreachKind,
    OutreachState,
)
from contracts.campaigns.values import ContentCode, MovementCode, UnitCode
from contracts.messages import Answer, ListQuery, Message, Page, Query


class OutreachById(Query):
    """One outreach, with the bodies invited to it."""

    outreach_id: str


class OutreachList(ListQuery):
    """Outreach by place, kind, linked programme, state and year."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    kind: OutreachKind | None = None
    linked_programme: LinkedProgramme | None = None
    state: OutreachState | None = None
    year: int | None = Field(default=None, ge=2016, le=2100, description="Year for which it was planned")


class OutreachRecord(Answer):
    """An outreach."""

    outreach_id: str
    kind: OutreachKind
    title: str
    unit_code: str
    linked_programme: LinkedProgramme | None
    content_codes: list[ContentCode]
    movement_code: MovementCode | None
    holder_org: str
    plan_id: str | None = Field(description="The plan of training to which it belongs")
    planned_on: date
    held_on: date | None
    participants: int | None
    enrolled: int | None
    duration_minutes: int | None
    result: str | None
    reason: str | None = Field(description="Why it was cancelled")
    state: OutreachState


class OutreachPage(Page[OutreachRecord]):
    """One page of outreach."""


class Invitation(Message):
    """A body invited to take part."""

    body: str
    state: InvitationState
    joined_on: date | None


class OutreachDetail(OutreachRecord):
    """An outreach with the bodies invited to it."""

    invitations: list[Invitation]


class OutreachCounts(Query):
    """How much outreach was held in a unit in a year, by the day of `as_of` (indicator VD-04)."""

    unit_code: UnitCode = Field(description="This unit and all below it")
    year: int = Field(ge=2016, le=2100)


class OutreachCount(Message):
    """Outreach of one kind and programme."""

    kind: OutreachKind
    linked_programme: LinkedProgramme | None
    held: int
    participants: int = Field(description="Persons, counted at each outreach")
    enrolled: int
    minutes: int


class OutreachCountsAnswer(Answer):
    """The outreach held in a unit in a year, by a day."""

    unit_code: str
    year: int
    on: date
    counts: list[OutreachCount]


class TrainingPlanById(Query):
    """One plan of training, with its sessions."""

    plan_id: str


class TrainingPlanRecord(Answer):
    """A plan of training and how far it has come."""

    plan_id: str
    year: int
    title: str
    owner_org: str
    planned_on: date
    sessions: list[OutreachRecord]
    sessions_held: int
    attendance: int = Field(description="Persons, counted at each session")
