"""Where an assignment stands: its steps, how late work shows on a day, and what the assignee answered."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from contracts.names import Named

_STEPS = {
    "proposed": "Đã đề xuất",
    "consulted": "Đã hiệp thương",
    "agreed": "Đã thống nhất",
    "declined": "Không nhận",
    "in_progress": "Đang thực hiện",
    "completed": "Đã báo cáo hoàn thành",
    "returned": "Trả lại",
    "done": "Đã nghiệm thu",
    "reassigned": "Đã phân công lại",
}
_LATE = {
    "overdue": ("Quá hạn, đang thực hiện", "overdue, under way"),
    "overdue_unbegun": ("Quá hạn, chưa thực hiện", "overdue, not begun"),
}
AssignmentStep = Annotated[
    Literal[
        "proposed",
        "consulted",
        "agreed",
        "declined",
        "in_progress",
        "completed",
        "returned",
        "done",
        "reassigned",
    ],
    Named("Bước gần nhất", "Last step", codes=_STEPS),
]
AssignmentStage = Annotated[
    Literal[
        "proposed",
        "consulted",
        "agreed",
        "declined",
        "in_progress",
        "overdue",
        "overdue_unbegun",
        "completed",
        "returned",
        "done",
        "reassigned",
    ],
    Named("Tình trạng thực hiện", "Stage", codes={**_STEPS, **_LATE}),
]
AssignmentState = Annotated[
    Literal["proposed", "agreed", "declined"],
    Named(
        "Ý kiến của tổ chức được phân công",
        "Answer of the member",
        codes={"proposed": "Chưa trả lời", "agreed": "Đã nhận", "declined": "Không nhận"},
    ),
]
# How agreed work stands once its due day is past: by whether its assignee ever reported on it.
LATE: Mapping[AssignmentStep, AssignmentStage] = {"agreed": "overdue_unbegun", "in_progress": "overdue"}


def stage_of(state: AssignmentStep, due_on: date, day: date) -> AssignmentStage:
    """Return a state as it shows on a day: agreed work past its due day is late."""
    return LATE.get(state, state) if due_on < day else state
