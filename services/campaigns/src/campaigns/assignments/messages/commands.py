"""What may be asked to be done with assignments, and how it is answered."""

from typing import Annotated

from pydantic import Field

from campaigns.assignments.domain.stages import AssignmentStep
from campaigns.common.domain.values import Result, Summary
from contracts.campaigns.assignments import (
    Achieved,
    AssigneeBody,
    AssignmentId,
    AssignmentKind,
    ParentId,
    Planned,
)
from contracts.messages import Answer, Command
from contracts.names import Named
from contracts.values import (
    ConsultationId,
    ContentCode,
    DueDay,
    DutyId,
    MinutesRef,
    Reason,
    ReplacesId,
    UnitCode,
)

MOST_CHILDREN, LONGEST = 500, 1000
AssigneeAgency = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9-]{1,39}$",
        description="Who takes it on below, without unit: own branches, committees or area groups",
    ),
    Named("Tổ chức được giao ở cấp dưới", "Assignee agency"),
]
UnitCodes = Annotated[list[UnitCode], Named("Các địa bàn", "Units")]


class ProposeAssignment(Command):
    """Propose an assignment to a member that was consulted."""

    consultation_id: ConsultationId
    assignee_body: AssigneeBody
    kind: AssignmentKind
    content_code: ContentCode | None = Field(default=None, description="Required where kind is `content`")
    duty_id: DutyId = Field(description="The programme's item that the assignment serves, e.g. `II.1a-c`")
    unit_code: UnitCode
    due_on: DueDay


class ConsultAssignment(Command):
    """Record the minutes of the consultation about a proposal; its proposer does."""

    assignment_id: AssignmentId
    minutes_ref: MinutesRef


class AgreeAssignment(Command):
    """Agree to an assignment; only its assignee can."""

    assignment_id: AssignmentId


class DeclineAssignment(Command):
    """Decline an assignment with a reason; only its assignee can."""

    assignment_id: AssignmentId
    reason: Reason


class ReportProgress(Command):
    """Report how an assignment goes on; its assignee does."""

    assignment_id: AssignmentId
    summary: Summary = Field(max_length=LONGEST)
    achieved: Achieved | None = Field(default=None, description="How many of the planned are reached")
    planned: Planned | None = Field(default=None, ge=1, description="How many are planned; with `achieved`")


class CompleteAssignment(Command):
    """Say that an assignment is carried out, with its result; its assignee does."""

    assignment_id: AssignmentId
    result: Result = Field(max_length=LONGEST)
    achieved: Achieved | None = Field(default=None, description="How many of the planned were reached")
    planned: Planned | None = Field(default=None, ge=1, description="How many were planned; with `achieved`")


class AcceptAssignment(Command):
    """Accept the result of an assignment; the body that proposed it does."""

    assignment_id: AssignmentId


class ReturnAssignment(Command):
    """Send a result back, or, as its assignee, give an assignment back; with the reason."""

    assignment_id: AssignmentId
    reason: Reason


class ReopenAssignment(Command):
    """Take the acceptance of a result back, with the reason: the assignee goes on."""

    assignment_id: AssignmentId
    reason: Reason


class ExtendAssignment(Command):
    """Put the due day of an assignment off, with the reason; the first day stays known."""

    assignment_id: AssignmentId
    due_on: DueDay
    reason: Reason


class ReassignAssignment(Command):
    """Propose a declined, returned or overdue assignment to another body, which must agree again."""

    assignment_id: AssignmentId
    assignee_body: AssigneeBody
    due_on: DueDay
    reason: Reason
    consultation_id: ConsultationId | None = Field(
        default=None,
        description="A later consultation in which the new assignee took part; for a member's own share",
    )
    minutes_ref: MinutesRef | None = Field(
        default=None, description="Minutes with the new assignee; for a share that was handed down"
    )


class CascadeAssignment(Command):
    """Propose an agreed assignment to the bodies of one agency a level below, one share each."""

    assignment_id: AssignmentId
    assignee_agency: AssigneeAgency
    unit_codes: UnitCodes = Field(
        default=[],
        max_length=MOST_CHILDREN,
        description="Which units; all of that level within the assignment's unit where none is named",
    )
    due_on: DueDay | None = Field(default=None, description="The assignment's own due day if absent")
    minutes_ref: MinutesRef | None = Field(
        default=None, description="Minutes of the conference at which that level was consulted"
    )


class AssignmentStanding(Answer, vi="Tình trạng nhiệm vụ được phân công"):
    """Where an assignment now stands."""

    assignment_id: AssignmentId
    state: AssignmentStep
    due_on: DueDay


class Reassigned(Answer, vi="Nhiệm vụ phân công lại"):
    """The assignment that takes another's place."""

    assignment_id: AssignmentId
    state: AssignmentStep
    replaces_id: ReplacesId


class Share(Answer, vi="Phần việc giao cấp dưới"):
    """One share of an assignment, proposed to a body below."""

    assignment_id: AssignmentId
    assignee_body: AssigneeBody


Shares = Annotated[list[Share], Named("Các phần việc giao cấp dưới", "Shares")]


class Cascaded(Answer, vi="Các phần việc đã giao cấp dưới"):
    """The shares that were proposed at once."""

    parent_id: ParentId
    state: AssignmentStep
    shares: Shares
