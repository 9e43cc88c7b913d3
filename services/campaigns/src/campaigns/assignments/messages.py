"""What may be asked of and about assignments, and how it is answered."""

from datetime import date
from typing import Annotated

from pydantic import Field

from campaigns.assignments.domain.assignment import AssignmentStage, AssignmentState, AssignmentStep
from contracts.campaigns.assignments import (
    Achieved,
    AssigneeBody,
    AssignmentId,
    AssignmentKind,
    ParentId,
    Planned,
)
from contracts.messages import Answer, Command, ListQuery, Page, PageQuery, Query
from contracts.names import Named
from contracts.values import (
    BODY,
    COUNT,
    AnsweredOn,
    CompletedOn,
    ConsultationId,
    ContentCode,
    Count,
    CountedOn,
    Depth,
    DueDay,
    DutyId,
    MinutesRef,
    OverdueAsOf,
    ProposedOn,
    ProposingBody,
    Reason,
    RecordedAt,
    ReplacedById,
    ReplacesId,
    Result,
    Summary,
    Total,
    UnitCode,
    Year,
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
DaysLate = Annotated[int, COUNT, Named("Số ngày quá hạn", "Days late")]
AcceptedOn = Annotated[date, Named("Ngày nghiệm thu", "Accepted on")]
ReportedOn = Annotated[date, Named("Ngày báo cáo", "Reported on")]
ReportingBody = Annotated[str, BODY, Named("Tổ chức báo cáo", "Reporting body")]
IsFinal = Annotated[bool, Named("Báo cáo hoàn thành", "Final report")]


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


class AssignmentById(Query):
    """One assignment."""

    assignment_id: AssignmentId


class AssignmentList(ListQuery):
    """Assignments by the day of their proposal."""

    assignee_body: AssigneeBody | None = None
    state: AssignmentState | None = Field(
        default=None, description="The member's answer; `proposed` where there is none yet"
    )
    stage: AssignmentStage | None = Field(
        default=None, description="Where the work stands; `overdue` as of the day of `as_of`"
    )
    overdue_as_of: OverdueAsOf | None = Field(
        default=None, description="Only those agreed and not carried out that were due before this day"
    )
    proposing_body: ProposingBody | None = None
    parent_id: ParentId | None = Field(default=None, description="Shares of one assignment")


class AssignmentRecord(Answer, vi="Nhiệm vụ được phân công"):
    """An assignment, from its proposal to the accepted result."""

    assignment_id: AssignmentId
    consultation_id: ConsultationId
    assignee_body: AssigneeBody
    kind: AssignmentKind
    content_code: ContentCode | None
    duty_id: DutyId
    unit_code: UnitCode
    due_on: DueDay
    state: AssignmentState = Field(description="The member's answer; `proposed` where there is none yet")
    step: AssignmentStep = Field(description="The last step that was taken")
    stage: AssignmentStage = Field(description="The step, or `overdue` where work is late on the day asked")
    days_late: DaysLate = Field(description="Days past the due day on the day asked; 0 if not overdue")
    reason: Reason | None = Field(description="Why it was declined, returned or reassigned")
    answered_on: AnsweredOn | None
    proposing_body: ProposingBody
    proposed_on: ProposedOn
    minutes_ref: MinutesRef | None = Field(description="Minutes of the consultation about it")
    parent_id: ParentId | None
    replaces_id: ReplacesId | None = Field(description="The assignment whose place it takes")
    replaced_by_id: ReplacedById | None
    result: Result | None
    achieved: Achieved | None
    planned: Planned | None
    completed_on: CompletedOn | None
    accepted_on: AcceptedOn | None


class AssignmentPage(Page[AssignmentRecord], vi="Danh sách nhiệm vụ được phân công"):
    """One page of assignments."""


class AssignmentTree(Query):
    """An assignment and all that was handed down from it, as they stood on the day of `as_of`."""

    assignment_id: AssignmentId
    depth: Depth = Field(default=1, le=4, description="How many levels below to show one by one")


class StageCount(Answer, vi="Số nhiệm vụ theo tình trạng"):
    """How many assignments stood at one stage."""

    stage: AssignmentStage
    count: Count


ByStage = Annotated[list[StageCount], Named("Theo tình trạng thực hiện", "By stage")]
AssignmentChildren = Annotated[
    list["AssignmentNode"], Named("Các nhiệm vụ giao tiếp cấp dưới", "Handed down")
]


class AssignmentNode(Answer, vi="Nhiệm vụ trong cây phân công"):
    """One assignment with the counts of itself and all below it."""

    assignment_id: AssignmentId
    assignee_body: AssigneeBody
    unit_code: UnitCode
    due_on: DueDay
    stage: AssignmentStage
    total: Total = Field(description="Assignments counted: this one and all below it")
    by_stage: ByStage = Field(description="They sum up to `total`; an overdue one counts as that")
    children: AssignmentChildren = Field(description="Empty below the depth asked for")


class AssignmentTreeAnswer(Answer, vi="Cây phân công nhiệm vụ"):
    """An assignment's tree as it stood on a day."""

    on: CountedOn
    root: Annotated[AssignmentNode, Named("Nhiệm vụ gốc", "Root")]


class AssignmentCounts(Query):
    """How many assignments of a unit and year stood where on the day of `as_of`."""

    unit_code: UnitCode = Field(description="This unit and all below it")
    year: Year = Field(ge=2016, description="Year of the proposal")
    proposing_body: ProposingBody | None = None
    duty_id: DutyId | None = Field(default=None, description="The programme's item that they serve")


class AssignmentCountsAnswer(Answer, vi="Số liệu thực hiện nhiệm vụ"):
    """Assignments counted by stage as they stood on a day."""

    unit_code: UnitCode
    year: Year
    on: CountedOn
    total: Total
    by_stage: ByStage = Field(description="They sum up to `total`; an overdue one counts as that")


class ProgressOf(PageQuery):
    """The reports on one assignment."""

    assignment_id: AssignmentId


class ProgressRecord(Answer, vi="Báo cáo tiến độ"):
    """A report of the assignee."""

    reporting_body: ReportingBody
    reported_on: ReportedOn
    summary: Summary
    achieved: Achieved | None
    planned: Planned | None
    final: IsFinal = Field(description="Whether it said that the assignment is carried out")
    recorded_at: RecordedAt


class ProgressPage(Page[ProgressRecord], vi="Báo cáo tiến độ của nhiệm vụ"):
    """One page of reports, the oldest first."""
