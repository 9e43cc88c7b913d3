"""What may be asked to be done: outreach planned, joined, held and cancelled; a year's training."""

from datetime import date

from pydantic import Field

from contracts.campaigns.outreach.values import (
    InvitationState,
    LinkedProgramme,
    Minutes,
    OutreachKind,
    OutreachState,
    Persons,
    Prose,
    Reason,
    Title,
)
from contracts.campaigns.values import BodyCode, ContentCode, MovementCode, UnitCode
from contracts.messages import Answer, Command, Message


class PlanOutreach(Command):
    """Plan a meeting, training, talk or visit among people; the acting body holds it."""

    kind: OutreachKind
    title: Title
    unit_code: UnitCode = Field(description="Where: the acting body's own unit or one below")
    planned_on: date = Field(description="Day for which it is planned")
    linked_programme: LinkedProgramme | None = Field(
        default=None, description="Required for `health`, and for no other kind"
    )
    content_codes: list[ContentCode] = Field(
        default=[], max_length=5, description="Contents of the campaign that it serves"
    )
    movement_code: MovementCode | None = None
    coordinators: list[BodyCode] = Field(
        default=[], max_length=50, description="Bodies invited to take part; each joins for itself"
    )


class JoinOutreach(Command):
    """Agree to take part in holding an outreach to which the acting body was invited."""

    outreach_id: str


class HoldOutreach(Command):
    """Record that an outreach was held, with its counts."""

    outreach_id: str
    participants: Persons = Field(ge=1)
    duration_minutes: Minutes
    result: Prose
    enrolled: Persons | None = Field(
        default=None, description="Persons newly enrolled in health insurance; only for `LK-BHYT`"
    )


class CancelOutreach(Command):
    """Cancel a planned outreach, with a reason."""

    outreach_id: str
    reason: Reason


class OutreachStanding(Answer):
    """Where an outreach stands."""

    outreach_id: str
    state: OutreachState


class OutreachJoined(Answer):
    """That a body takes part in an outreach."""

    outreach_id: str
    body: str
    state: InvitationState


class TrainingSession(Message):
    """One session of a training plan."""

    title: Title
    unit_code: UnitCode
    planned_on: date


class PlanTraining(Command):
    """Plan a year's training for the staff of the new-style rural programme."""

    year: int = Field(ge=2016, le=2100)
    title: Title
    sessions: list[TrainingSession] = Field(min_length=1, max_length=200)


class TrainingPlanned(Answer):
    """The plan's id, and one outreach for each session, in their order."""

    plan_id: str
    outreach_ids: list[str]
