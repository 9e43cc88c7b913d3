"""What the campaigns service tells of assignments: work that a body took on, and carried out."""

from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    BODY,
    COUNT,
    ID,
    CompletedOn,
    ConsultationId,
    ContentCode,
    DueDay,
    DutyId,
    FirstDueDay,
    OnTime,
    ProposingBody,
    ReopenedOn,
    ReplacesId,
    UnitCode,
)

AssignmentId = Annotated[str, ID, Named("Mã nhiệm vụ được phân công", "Assignment id")]
ParentId = Annotated[str, ID, Named("Nhiệm vụ cấp trên", "Handed down from")]
AssigneeBody = Annotated[str, BODY, Named("Tổ chức được phân công", "Assignee")]
Achieved = Annotated[int, COUNT, Named("Số đã đạt", "Achieved")]
Planned = Annotated[int, COUNT, Named("Số theo kế hoạch", "Planned")]
AssignmentKind = Annotated[
    Literal["content", "model", "guidance"],
    Named(
        "Loại nhiệm vụ",
        "Kind of assignment",
        codes={
            "content": "Thực hiện nội dung cuộc vận động",
            "model": "Xây dựng mô hình",
            "guidance": "Hướng dẫn cấp dưới",
        },
    ),
]


class AssignmentAgreed(
    Event,
    service="campaigns",
    subject="assignment_id",
    unit="unit_code",
    vi="Đã thống nhất phân công nhiệm vụ",
):
    """A body agreed to an assignment proposed to it."""

    assignment_id: AssignmentId
    consultation_id: ConsultationId
    assignee_body: AssigneeBody
    kind: AssignmentKind
    content_code: ContentCode | None
    duty_id: DutyId
    unit_code: UnitCode
    due_on: DueDay
    proposing_body: ProposingBody | None = Field(
        default=None, description="The body with which it was agreed"
    )
    parent_id: ParentId | None = Field(
        default=None, description="The assignment from which it was handed down"
    )
    replaces_id: ReplacesId | None = Field(default=None, description="The assignment whose place it takes")


class AssignmentCompleted(
    Event,
    service="campaigns",
    subject="assignment_id",
    unit="unit_code",
    vi="Đã hoàn thành nhiệm vụ được phân công",
):
    """The body that proposed an assignment accepted its result."""

    assignment_id: AssignmentId
    parent_id: ParentId | None = Field(description="The assignment from which it was handed down")
    assignee_body: AssigneeBody
    proposing_body: ProposingBody
    kind: AssignmentKind
    content_code: ContentCode | None
    duty_id: DutyId
    unit_code: UnitCode
    due_on: DueDay
    completed_on: CompletedOn = Field(description="Day on which the assignee said that it is carried out")
    on_time: OnTime = Field(description="Whether that day was not after the due day")
    achieved: Achieved | None
    planned: Planned | None


class AssignmentExtended(
    Event,
    service="campaigns",
    subject="assignment_id",
    unit="unit_code",
    vi="Đã gia hạn nhiệm vụ được phân công",
):
    """The body that proposed an assignment put its due day off; why is in the history of the assignment."""

    assignment_id: AssignmentId
    assignee_body: AssigneeBody
    proposing_body: ProposingBody
    unit_code: UnitCode
    due_on: DueDay
    first_due_on: FirstDueDay


class AssignmentReopened(
    Event,
    service="campaigns",
    subject="assignment_id",
    unit="unit_code",
    vi="Đã mở lại nhiệm vụ được phân công",
):
    """The body that had accepted the result of an assignment re-opened it; why is in its history."""

    assignment_id: AssignmentId
    assignee_body: AssigneeBody
    proposing_body: ProposingBody
    unit_code: UnitCode
    due_on: DueDay
    reopened_on: ReopenedOn
