"""A responsibility proposed to a member organisation, which alone can agree to it."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import InvalidField, NotAllowed, WrongStep
from contracts.reference import duties

STEPS = {("proposed", "agree"): "agreed", ("proposed", "decline"): "declined"}


@dataclass
class Assignment:
    """A responsibility: proposed, then agreed or declined by its assignee."""

    id: str
    consultation_id: str
    assignee: str
    kind: str
    content_code: str | None
    duty_id: str
    unit_code: str
    due_on: date
    proposed_on: date
    recorded_at: datetime
    state: str = "proposed"
    reason: str | None = None
    answered_on: date | None = None

    def __post_init__(self) -> None:
        """Check what the proposal says. Raises InvalidField."""
        if self.due_on < self.proposed_on:
            raise InvalidField(
                "due_on",
                "not-before-proposal",
                "Thời hạn không được trước ngày đề nghị",
                "It cannot be due before it is proposed",
            )
        if self.kind == "content" and self.content_code is None:
            raise InvalidField(
                "content_code",
                "required-for-content",
                "Phân công theo nội dung phải nêu nội dung",
                "A responsibility for a content names it",
            )
        _require_duty(self.duty_id)

    def agree(self, by: str, on: date) -> None:
        """The assignee agrees. Raises NotAllowed, WrongStep."""
        self._answer("agree", by, on)

    def decline(self, by: str, on: date, reason: str) -> None:
        """The assignee declines and says why. Raises NotAllowed, WrongStep."""
        self._answer("decline", by, on)
        self.reason = reason

    def _answer(self, step: str, by: str, on: date) -> None:
        if by != self.assignee:
            raise NotAllowed(
                "assignee-only",
                "Mặt trận không ra lệnh cho thành viên: chỉ tổ chức được đề nghị mới trả lời được",
                "The Front does not command its members: only the assignee can answer",
            )
        if (self.state, step) not in STEPS:
            raise WrongStep(subject=self.id, state=self.state, step=step)
        if on < self.proposed_on:
            raise InvalidField(
                "occurred_on",
                "not-before-proposal",
                "Không thể trả lời trước ngày đề nghị",
                "It cannot be answered before it was proposed",
            )
        self.state, self.answered_on = STEPS[self.state, step], on


def _require_duty(duty_id: str) -> None:
    if duty_id not in {duty.id for duty in duties().all()}:
        raise InvalidField(
            "duty_id",
            "duty-of-programme",
            f"Chương trình không có nhiệm vụ {duty_id}",
            f"The programme has no duty {duty_id}",
        )


def duties_of_agreement(kind: str, *, by_standing_board: bool) -> tuple[str, ...]:
    """Return what an agreed responsibility is evidence of.

    Duty II.1a-a is the standing board's own; II.3a-a belongs to the Front committees of every level.
    """
    assigned = ("II.1a-a",) if by_standing_board else ()
    return (*assigned, "II.3a-a") if kind == "model" else assigned
