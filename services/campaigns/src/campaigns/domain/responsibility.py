"""A responsibility proposed to a body of the Front's column, which alone can agree to it."""

from dataclasses import dataclass
from datetime import date, datetime

from campaigns.domain.bodies import Body
from contracts.errors import InvalidField, NotAllowed, WrongStep
from contracts.reference import duties

# Programme design notes §3.1. «Overdue» is no step: it is how work stands on a day (see `stage_on`).
STEPS = {
    ("proposed", "consult"): "consulted",
    ("proposed", "decline"): "declined",
    ("consulted", "agree"): "agreed",
    ("consulted", "decline"): "declined",
    ("agreed", "report"): "in_progress",
    ("in_progress", "report"): "in_progress",
    ("returned", "report"): "in_progress",
    ("agreed", "cascade"): "agreed",
    ("in_progress", "cascade"): "in_progress",
    ("in_progress", "complete"): "completed",
    ("completed", "accept"): "done",
    ("completed", "send_back"): "returned",
    ("agreed", "give_back"): "returned",
    ("in_progress", "give_back"): "returned",
    ("declined", "reassign"): "reassigned",
    ("returned", "reassign"): "reassigned",
    ("overdue", "reassign"): "reassigned",
}
UNDER_WAY = ("agreed", "in_progress")
ENDED = ("declined", "returned", "reassigned")  # the body is free to take the same work on again
DUTIES_OF_AGREEMENT = ("II.1a-a", "II.3a-a", "III.2b-a")


@dataclass
class Assignment:
    """A responsibility, from its proposal to the accepted result.

    `parent_id` is the one from which it was handed down, `root_id` the topmost; `path` is its unit and all
    above it on the day of the proposal; `answer` is the assignee's: agreed, declined, or None as yet.
    """

    id: str
    root_id: str
    consultation_id: str
    proposed_by: str
    assignee: str
    kind: str
    content_code: str | None
    duty_id: str
    unit_code: str
    path: str
    due_on: date
    proposed_on: date
    recorded_at: datetime
    stands_since: date
    parent_id: str | None = None
    replaces_id: str | None = None
    replaced_by_id: str | None = None
    state: str = "proposed"
    answer: str | None = None
    answered_on: date | None = None
    minutes_ref: str | None = None
    reason: str | None = None
    result: str | None = None
    achieved: int | None = None
    planned: int | None = None
    completed_on: date | None = None
    accepted_on: date | None = None

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

    def stage_on(self, day: date) -> str:
        """Return how it stands on a day: `overdue` where agreed work is past its due day, else its state."""
        return stage_of(self.state, self.due_on, day)

    def consult(self, by: str, minutes_ref: str, on: date) -> None:
        """Its proposer has minutes of the consultation about it. Raises NotAllowed, WrongStep."""
        self.require_proposer(by)
        self._take("consult", on)
        self.minutes_ref = minutes_ref

    def agree(self, by: str, on: date) -> None:
        """The assignee agrees. Raises NotAllowed, WrongStep."""
        self._require_assignee(by)
        self._take("agree", on)
        self.answer, self.answered_on = "agreed", on

    def decline(self, by: str, on: date, reason: str) -> None:
        """The assignee declines and says why. Raises NotAllowed, WrongStep."""
        self._require_assignee(by)
        self._take("decline", on)
        self.answer, self.answered_on, self.reason = "declined", on, reason

    def report(self, by: str, on: date) -> None:
        """The assignee reports progress: work is under way. Raises NotAllowed, WrongStep."""
        self._require_assignee(by)
        self._take("report", on)

    def cascade(self, by: str, on: date) -> None:
        """The assignee hands shares down. Raises NotAllowed, WrongStep."""
        self._require_assignee(by)
        self._take("cascade", on)

    def complete(self, by: str, on: date, result: str) -> None:
        """The assignee says that it is carried out. Raises NotAllowed, WrongStep."""
        self._require_assignee(by)
        self._take("complete", on)
        self.result, self.completed_on = result, on

    def accept(self, by: str, on: date) -> None:
        """Its proposer accepts the result. Raises NotAllowed, WrongStep."""
        self.require_proposer(by)
        self._take("accept", on)
        self.accepted_on = on

    def return_(self, by: str, on: date, reason: str) -> None:
        """The proposer sends a result back, or the assignee gives it back. Raises NotAllowed, WrongStep."""
        if by not in {self.proposed_by, self.assignee}:
            raise _not_a_party()
        self._take("send_back" if by == self.proposed_by else "give_back", on)
        self.reason, self.completed_on = reason, None

    def reassign(self, by: str, on: date, reason: str, successor_id: str) -> None:
        """Another responsibility takes its place. Raises NotAllowed, WrongStep."""
        self.require_proposer(by)
        self._take("reassign", on)
        self.reason, self.replaced_by_id = reason, successor_id

    def measure(self, achieved: int | None, planned: int | None) -> None:
        """Keep how many of the planned are reached, where told. Raises InvalidField."""
        if (achieved is None) != (planned is None):
            raise InvalidField(
                "planned",
                "both-or-neither",
                "Nêu cả số đạt được và số kế hoạch, hoặc không nêu",
                "Give both what is reached and what is planned, or neither",
            )
        if achieved is not None:
            self.achieved, self.planned = achieved, planned

    @property
    def on_time(self) -> bool:
        """Whether it was carried out by its due day."""
        return self.completed_on is not None and self.completed_on <= self.due_on

    def require_proposer(self, by: str) -> None:
        """Refuse whoever did not propose it. Raises NotAllowed."""
        if by != self.proposed_by:
            raise NotAllowed(
                "proposer-only",
                "Chỉ cơ quan đã đề nghị phân công được làm việc này",
                "Only the body that proposed the responsibility may do this",
            )

    def _require_assignee(self, by: str) -> None:
        if by != self.assignee:
            raise NotAllowed(
                "assignee-only",
                "Mặt trận không ra lệnh cho thành viên: chỉ tổ chức được đề nghị mới trả lời được",
                "The Front does not command its members: only the assignee can answer",
            )

    def _take(self, step: str, on: date) -> None:
        taken = STEPS.get((self.state, step)) or STEPS.get((self.stage_on(on), step))
        if taken is None:
            raise WrongStep(rule=rule_of(step), subject=self.id, state=self.stage_on(on), step=step)
        if on < self.stands_since:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể trước bước liền trước ({self.stands_since:%d/%m/%Y})",
                f"It cannot be before the step before it ({self.stands_since:%Y-%m-%d})",
            )
        self.state, self.stands_since = taken, on


def stage_of(state: str, due_on: date, day: date) -> str:
    """Return a state as it shows on a day: agreed work past its due day is `overdue`."""
    return "overdue" if state in UNDER_WAY and due_on < day else state


def rule_of(step: str) -> str:
    """Name the rule of a step: after which stages alone it may be taken."""
    return f"{step}-only-after:{','.join(stage for stage, each in STEPS if each == step)}"


def _not_a_party() -> NotAllowed:
    return NotAllowed(
        "proposer-or-assignee",
        "Chỉ bên đề nghị hoặc bên nhận phân công được trả lại",
        "Only the body that proposed it, or its assignee, returns a responsibility",
    )


def _require_duty(duty_id: str) -> None:
    if duty_id not in {duty.id for duty in duties().all()}:
        raise InvalidField(
            "duty_id",
            "duty-of-programme",
            f"Chương trình không có nhiệm vụ {duty_id}",
            f"The programme has no duty {duty_id}",
        )


def duties_of_agreement(kind: str, proposer: Body) -> tuple[str, ...]:
    """Return what an agreed responsibility is evidence of, by who proposed it.

    II.1a-a is the standing board's own; II.3a-a belongs to the Front committees of every level; III.2b-a
    to the province's member organisations, whose branches agree to their shares.
    """
    if proposer.is_member:
        return ("III.2b-a",) if proposer.level == "T" else ()
    assigned = ("II.1a-a",) if proposer.is_standing_board else ()
    return (*assigned, "II.3a-a") if kind == "model" else assigned
