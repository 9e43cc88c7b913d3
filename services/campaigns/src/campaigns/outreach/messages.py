"""What may be asked of the feature «outreach»: commands, queries, and their answers."""

from datetime import date
from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import CountedOn, InvitedBodies, PlannedDay, Result, Title
from campaigns.outreach.domain.outreach import InvitationState, OutreachState
from contracts.campaigns.outreach import (
    DurationMinutes,
    Enrolled,
    HolderBody,
    LinkedProgramme,
    OutreachId,
    OutreachKind,
)
from contracts.messages import Answer, Command, Message, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    BODY,
    COUNT,
    ContentCodes,
    HeldOn,
    Minutes,
    MovementCode,
    Persons,
    PlanId,
    Reason,
    UnitCode,
    Year,
)

InvitedBody = Annotated[str, BODY, Named("Cơ quan được mời tham gia", "Invited body")]
OwnerBody = Annotated[str, BODY, Named("Cơ quan chủ trì đào tạo", "Owner")]
JoinedOn = Annotated[date, Named("Ngày đồng ý tham gia", "Joined on")]
OutreachIds = Annotated[list[OutreachId], Named("Các buổi đã lập kế hoạch", "Planned sessions")]
HeldCount = Annotated[int, COUNT, Named("Số cuộc đã tổ chức", "Held")]
SessionsHeld = Annotated[int, COUNT, Named("Số lớp đã tổ chức", "Sessions held")]
Attendance = Annotated[int, COUNT, Named("Số lượt người tham gia", "Attendance")]


class PlanOutreach(Command):
    """Plan a meeting, training, talk or visit among people; the acting body holds it."""

    kind: OutreachKind
    title: Title
    unit_code: UnitCode = Field(description="Where: the acting body's own unit or one below")
    planned_on: PlannedDay = Field(description="Day for which it is planned")
    linked_programme: LinkedProgramme | None = Field(
        default=None, description="Required for `health`, and for no other kind"
    )
    content_codes: ContentCodes = Field(
        default=[], max_length=5, description="Contents of the campaign that it serves"
    )
    movement_code: MovementCode | None = None
    invited_bodies: InvitedBodies = Field(
        default=[], max_length=50, description="Bodies invited to take part; each joins for itself"
    )


class JoinOutreach(Command):
    """Agree to take part in holding an outreach to which the acting body was invited."""

    outreach_id: OutreachId


class HoldOutreach(Command):
    """Record that an outreach was held, with its counts."""

    outreach_id: OutreachId
    participants: Persons = Field(ge=1, le=1_000_000)
    duration_minutes: DurationMinutes = Field(ge=1, le=10_000)
    result: Result
    enrolled: Enrolled | None = Field(
        default=None, le=1_000_000, description="Persons newly enrolled in health insurance; only `LK-BHYT`"
    )


class CancelOutreach(Command):
    """Cancel a planned outreach, with a reason."""

    outreach_id: OutreachId
    reason: Reason


class OutreachStanding(Answer, vi="Tình trạng hoạt động"):
    """Where an outreach stands."""

    outreach_id: OutreachId
    state: OutreachState


class OutreachJoined(Answer, vi="Cơ quan tham gia hoạt động"):
    """That a body takes part in an outreach."""

    outreach_id: OutreachId
    invited_body: InvitedBody
    state: InvitationState


class TrainingSession(Message, vi="Lớp đào tạo, bồi dưỡng"):
    """One session of a training plan."""

    title: Title
    unit_code: UnitCode
    planned_on: PlannedDay


class PlanTraining(Command):
    """Plan a year's training for the staff of the new-style rural programme."""

    year: Year = Field(ge=2016)
    title: Title
    sessions: Annotated[list[TrainingSession], Named("Các lớp tập huấn", "Sessions")] = Field(
        min_length=1, max_length=200
    )


class TrainingPlanned(Answer, vi="Kế hoạch đào tạo đã lập"):
    """The plan's id, and one outreach for each session, in their order."""

    plan_id: PlanId
    outreach_ids: OutreachIds


class OutreachById(Query):
    """One outreach, with the bodies invited to it."""

    outreach_id: OutreachId


class OutreachList(TextListQuery):
    """Outreach by place, kind, linked programme, state, words, and the day for which it was planned."""

    kind: OutreachKind | None = None
    linked_programme: LinkedProgramme | None = None
    state: OutreachState | None = None


class OutreachRecord(Answer, vi="Hoạt động tuyên truyền, vận động"):
    """An outreach."""

    outreach_id: OutreachId
    kind: OutreachKind
    title: Title
    unit_code: UnitCode
    linked_programme: LinkedProgramme | None
    content_codes: ContentCodes
    movement_code: MovementCode | None
    holder_body: HolderBody
    plan_id: PlanId | None = Field(description="The plan of training to which it belongs")
    planned_on: PlannedDay
    held_on: HeldOn | None
    participants: Persons | None
    enrolled: Enrolled | None
    duration_minutes: DurationMinutes | None
    result: Result | None
    reason: Reason | None = Field(description="Why it was cancelled")
    state: OutreachState


class OutreachPage(Page[OutreachRecord], vi="Danh sách hoạt động tuyên truyền, vận động"):
    """One page of outreach."""


class Invitation(Message, vi="Lời mời tham gia"):
    """A body invited to take part."""

    invited_body: InvitedBody
    state: InvitationState
    joined_on: JoinedOn | None


class OutreachDetail(OutreachRecord, vi="Hoạt động và các cơ quan được mời"):
    """An outreach with the bodies invited to it."""

    invitations: Annotated[list[Invitation], Named("Các cơ quan được mời", "Invitations")]


class OutreachCounts(Query):
    """How much outreach was held in a unit in a year, by the day of `as_of` (indicator VD-04)."""

    unit_code: UnitCode = Field(description="This unit and all below it")
    year: Year = Field(ge=2016)


class OutreachCount(Message, vi="Số liệu theo loại hoạt động"):
    """Outreach of one kind and programme."""

    kind: OutreachKind
    linked_programme: LinkedProgramme | None
    held: HeldCount
    participants: Persons = Field(description="Persons, counted at each outreach")
    enrolled: Enrolled
    minutes: Minutes


class OutreachCountsAnswer(Answer, vi="Số liệu hoạt động tuyên truyền, vận động"):
    """The outreach held in a unit in a year, by a day."""

    unit_code: UnitCode
    year: Year
    on: CountedOn
    counts: Annotated[list[OutreachCount], Named("Số liệu", "Counts")]


class TrainingPlanById(Query):
    """One plan of training, with its sessions."""

    plan_id: PlanId


class TrainingPlanRecord(Answer, vi="Kế hoạch đào tạo, bồi dưỡng cán bộ"):
    """A plan of training and how far it has come."""

    plan_id: PlanId
    year: Year
    title: Title
    owner_body: OwnerBody
    planned_on: PlannedDay
    sessions: Annotated[list[OutreachRecord], Named("Các lớp tập huấn", "Sessions")]
    sessions_held: SessionsHeld
    attendance: Attendance = Field(description="Persons, counted at each session")
