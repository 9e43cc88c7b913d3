"""A recommendation to a supervised body: sent, acknowledged, answered (notes §3.3)."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import InvalidField, NotAllowed, WrongStep
from contracts.supervision.values import ExplainedDeadline, Outcome, RecommendationState, TopicCode

STEPS: dict[tuple[RecommendationState, str], RecommendationState] = {
    ("sent", "acknowledge"): "acknowledged",
    ("acknowledged", "answer"): "answered",
}


@dataclass(eq=False)
class Recommendation:
    """A recommendation; `deadline` is the stored explanation of `due_on`."""

    id: str
    plan_id: str
    topic: TopicCode
    level: str
    unit_code: str
    unit_path: str
    sender_org: str
    addressee_org: str
    doc_number: str
    text: str
    legal_basis: list[str]
    sent_on: date
    due_on: date
    deadline: dict[str, object]
    recorded_at: datetime
    state: RecommendationState = "sent"
    acknowledged_on: date | None = None
    answered_on: date | None = None
    outcome: Outcome | None = None
    answer_doc_number: str | None = None
    reason: str | None = None

    @property
    def answer_due(self) -> ExplainedDeadline:
        """By when it is to be answered, and why."""
        return ExplainedDeadline.model_validate(self.deadline)

    @property
    def on_time(self) -> bool | None:
        """Whether it was answered by its day; None before it is answered."""
        return None if self.answered_on is None else self.answered_on <= self.due_on

    def acknowledge(self, by: str, on: date) -> None:
        """The addressee has received it. Raises NotAllowed, WrongStep, InvalidField."""
        self._check("acknowledge", by, on, self.sent_on)
        self.state = STEPS[self.state, "acknowledge"]
        self.acknowledged_on = on

    def answer(self, by: str, outcome: Outcome, reason: str | None, doc_number: str, on: date) -> None:
        """The addressee answers, with a reason unless it accepts.

        Raises: NotAllowed, WrongStep, InvalidField.
        """
        self._check("answer", by, on, self.acknowledged_on or self.sent_on)
        if outcome != "accepted" and reason is None:
            raise InvalidField(
                "reason",
                "required-unless-accepted",
                "Không tiếp thu, hoặc tiếp thu một phần, thì phải nêu lý do",
                "What is not accepted in full needs a reason",
            )
        self.state = STEPS[self.state, "answer"]
        self.outcome, self.reason = outcome, reason
        self.answer_doc_number, self.answered_on = doc_number, on

    def _check(self, step: str, by: str, on: date, after: date) -> None:
        if by != self.addressee_org:
            raise NotAllowed(
                "addressee-only",
                "Chỉ cơ quan nhận kiến nghị được làm việc này",
                "Only the addressee of the recommendation may do this",
            )
        if (self.state, step) not in STEPS:
            raise WrongStep(rule=f"recommendation:{step}", subject=self.id, state=self.state, step=step)
        if on < after:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể thực hiện trước bước liền trước, ngày {after}",
                f"It cannot be done before the last step, on {after}",
            )
