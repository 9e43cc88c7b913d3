"""What may be asked about assignments, and how it is answered."""

from datetime import date
from typing import Annotated

from pydantic import Field

from campaigns.assignments.domain.stages import AssignmentStage, AssignmentState, AssignmentStep
from campaigns.common.domain.values import CountedOn, Depth, ReplacedById, Result, Summary, Total
from contracts.campaigns.assignments import (
    Achieved,
    AssigneeBody,
    AssignmentId,
    AssignmentKind,
    ParentId,
    Planned,
)
from contracts.messages import Answer, ListQuery, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    BODY,
    COUNT,
    AnsweredOn,
    CompletedOn,
    ConsultationId,
    ContentCode,
    Count,
    DueDay,
    DutyId,
    FirstDueDay,
    MinutesRef,
    OverdueAsOf,
    ProposedOn,
    ProposingBody,
    Reason,
    RecordedAt,
    ReplacesId,
    UnitCode,
    Year,
)

DaysLate = Annotated[int, COUNT, Named("Số ngày quá hạn", "Days late")]
AcceptedOn = Annotated[date, Named("Ngày nghiệm thu", "Accepted on")]
ReportedOn = Annotated[date, Named("Ngày báo cáo", "Reported on")]
ReportingBody = Annotated[str, BODY, Named("Tổ chức báo cáo", "Reporting body")]
IsFinal = Annotated[bool, Named("Báo cáo hoàn thành", "Final report")]


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
        default=None, description="Where the work stands; late or not as of the day of `as_of`"
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
    first_due_on: FirstDueDay = Field(description="The due day before it was put off, if it ever was")
    state: AssignmentState = Field(description="The member's answer; `proposed` where there is none yet")
    step: AssignmentStep = Field(description="The last step that was taken")
    stage: AssignmentStage = Field(description="The step, or how work is late on the day asked")
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
AssignmentChildren = Annotated[list["AssignmentNode"], Named("Các nhiệm vụ giao cho cấp dưới", "Handed down")]


class AssignmentNode(Answer, vi="Nhiệm vụ trong sơ đồ phân công"):
    """One assignment with the counts of itself and all below it."""

    assignment_id: AssignmentId
    assignee_body: AssigneeBody
    unit_code: UnitCode
    due_on: DueDay
    stage: AssignmentStage
    total: Total = Field(description="Assignments counted: this one and all below it")
    by_stage: ByStage = Field(description="They sum up to `total`; a late one counts as that")
    children: AssignmentChildren = Field(description="Empty below the depth asked for")


class AssignmentTreeAnswer(Answer, vi="Sơ đồ phân công nhiệm vụ"):
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
    by_stage: ByStage = Field(description="They sum up to `total`; a late one counts as that")


class ProgressOf(TextListQuery):
    """The reports on one assignment, by the day of the report and the words of its summary."""

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
