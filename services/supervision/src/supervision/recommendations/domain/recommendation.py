"""A recommendation to a supervised body: sent, acknowledged, answered (notes §3.3)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.errors import InvalidField
from contracts.names import Named
from contracts.values import AgencyLevel, Outcome
from shared.domain.deadlines import ExplainedDeadline
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from supervision.plans.domain.topic import TopicCode

ANSWER_DUE = "sup.answer_due"
RecommendationState = Annotated[
    Literal["sent", "acknowledged", "answered"],
    Named(
        "Tình trạng kiến nghị",
        "State of the recommendation",
        codes={"sent": "Đã gửi", "acknowledged": "Đã tiếp nhận", "answered": "Đã trả lời"},
    ),
]


def _of_the_addressee(step: str) -> Awaits:
    """The receipt does not move the due day, and an answer needs a receipt: both are due on it."""
    return Awaits(step, lambda sent: [sent.addressee_body], within=ANSWER_DUE, due=lambda sent: sent.due_on)


LIFECYCLE = Lifecycle(
    "recommendation",
    vi="Kiến nghị sau giám sát",
    states=RecommendationState,
    steps={
        "send": Step(to="sent", vi="Gửi", awaits=_of_the_addressee("acknowledge")),
        "acknowledge": Step(
            "sent", to="acknowledged", vi="Xác nhận đã nhận", awaits=_of_the_addressee("answer")
        ),
        "answer": Step("acknowledged", to="answered", vi="Trả lời"),
    },
)


@dataclass(eq=False)
class Recommendation:
    """A recommendation; `deadline` is the stored explanation of `due_on`."""

    id: str
    plan_id: str
    topic: TopicCode
    level: AgencyLevel
    unit_code: str
    path: str
    sending_body: str
    addressee_body: str
    doc_number: str
    text: str
    legal_basis: list[str]
    sent_on: date
    due_on: date
    deadline: dict[str, object]
    recorded_at: datetime
    acknowledged_on: date | None = None
    answered_on: date | None = None
    outcome: Outcome | None = None
    answer_doc_number: str | None = None
    reason: str | None = None
    state: RecommendationState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "send", self.sent_on)

    @property
    def answer_due(self) -> ExplainedDeadline:
        """By when it is to be answered, and why."""
        return ExplainedDeadline.model_validate(self.deadline)

    @property
    def on_time(self) -> bool | None:
        """Whether it was answered by its day; None before it is answered."""
        return None if self.answered_on is None else self.answered_on <= self.due_on

    def acknowledge(self, on: date) -> None:
        """The addressee has received it. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "acknowledge", on)
        self.acknowledged_on = on

    def answer(self, outcome: Outcome, reason: str | None, doc_number: str, on: date) -> None:
        """The addressee answers, with a reason unless it accepts.

        Raises: WrongStep, DayBeforeLastStep, InvalidField.
        """
        LIFECYCLE.check(self, "answer", on)
        if outcome != "accepted" and reason is None:
            raise InvalidField(
                "reason",
                "required-unless-accepted",
                "Không tiếp thu, hoặc tiếp thu một phần, thì phải nêu lý do",
                "What is not accepted in full needs a reason",
            )
        LIFECYCLE.take(self, "answer", on)
        self.outcome, self.reason = outcome, reason
        self.answer_doc_number, self.answered_on = doc_number, on
