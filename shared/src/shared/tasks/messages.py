"""What can be asked of the tasks of a body."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Answer, Page, PageQuery
from contracts.names import Named
from shared.subject_values import StepEn, StepVi, SubjectId, SubjectKind

TaskState = Annotated[
    Literal["open", "late", "done"],
    Named(
        "Tình trạng công việc",
        "State of the task",
        codes={"open": "Đang chờ", "late": "Quá hạn", "done": "Đã hoàn thành"},
    ),
]
TaskId = Annotated[str, Named("Mã công việc", "Task id")]
SubjectVi = Annotated[str, Named("Tên loại đối tượng (tiếng Việt)", "Kind of object in Vietnamese")]
SubjectEn = Annotated[str, Named("Tên loại đối tượng (tiếng Anh)", "Kind of object in English")]
AwaitedStep = Annotated[str, Named("Bước cần thực hiện", "Step awaited")]
AwaitedBody = Annotated[str, Named("Cơ quan thực hiện", "Body that must act")]
Since = Annotated[date, Named("Chờ từ ngày", "Waiting since")]
DueOn = Annotated[date, Named("Hạn", "Due on")]
RuleKey = Annotated[str, Named("Mã quy tắc", "Key in the rule table")]
RuleVi = Annotated[str, Named("Tên quy tắc (tiếng Việt)", "Name of the rule in Vietnamese")]
RuleEn = Annotated[str, Named("Tên quy tắc (tiếng Anh)", "Name of the rule in English")]
ClosedOn = Annotated[date, Named("Ngày hoàn thành", "Closed on")]
Late = Annotated[bool, Named("Quá hạn", "Late")]
DueWithin = Annotated[int, Field(ge=0, le=3660), Named("Đến hạn trong số ngày", "Due within so many days")]


class TaskList(PageQuery):
    """What awaits the body that asks: what is open, what is late, or what was done."""

    state: TaskState = "open"
    due_within_days: DueWithin | None = None


class TaskRecord(Answer, vi="Công việc cần xử lý"):
    """A step that awaits a body, since when, until when, by which rule; `late` as of the day asked."""

    task_id: TaskId
    subject_id: SubjectId
    subject_kind: SubjectKind
    subject_vi: SubjectVi
    subject_en: SubjectEn
    step: AwaitedStep
    step_vi: StepVi
    step_en: StepEn
    body: AwaitedBody
    since: Since
    due_on: DueOn | None
    rule: RuleKey | None
    rule_vi: RuleVi | None
    rule_en: RuleEn | None
    closed_on: ClosedOn | None
    late: Late


class TaskPage(Page[TaskRecord], vi="Danh sách công việc cần xử lý"):
    """One page of tasks, the oldest first."""
