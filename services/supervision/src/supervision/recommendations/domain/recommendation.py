"""A recommendation to a supervised body: sent, acknowledged, answered (notes §3.3)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.errors import InvalidField, Kind, Refusal
from contracts.names import Named
from contracts.reference import body_name
from contracts.values import AgencyLevel, Outcome
from shared.domain.deadlines import ExplainedDeadline, check_later, too_early
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


def _addressee_of(*states: RecommendationState) -> Callable[["Recommendation"], list[str]]:
    return lambda sent: [sent.addressee_body] if sent.state in states else []


# The receipt does not move the due day, and an answer needs a receipt: both are due on it.
RECEIPT = Awaits("acknowledge", _addressee_of("sent"), within=ANSWER_DUE, due=lambda sent: sent.due_on)
ANSWER = Awaits("answer", _addressee_of("acknowledged"), within=ANSWER_DUE, due=lambda sent: sent.due_on)


def _sender_of_late(sent: "Recommendation") -> list[str]:
    return [sent.sending_body] if sent.overdue_since and not sent.escalated_on else []


# A late receipt ends what the recommendation awaited; its sender may still take it up one level.
OF_THE_SENDER = Awaits("escalate", _sender_of_late)

LIFECYCLE = Lifecycle(
    "recommendation",
    vi="Kiến nghị sau giám sát",
    states=RecommendationState,
    steps={
        "send": Step(to="sent", vi="Gửi", awaits=RECEIPT),
        "acknowledge": Step(
            "sent",
            to="acknowledged",
            vi="Xác nhận đã nhận",
            awaits=(ANSWER, OF_THE_SENDER),
        ),
        # The next two stay where they are: a late answer is still taken.
        "fall_overdue": Step("sent", "acknowledged", vi="Quá hạn trả lời", awaits=OF_THE_SENDER),
        "escalate": Step("sent", "acknowledged", vi="Chuyển kiến nghị quá hạn lên Mặt trận cấp trên"),
        "extend": Step("sent", "acknowledged", vi="Gia hạn trả lời", awaits=(RECEIPT, ANSWER, OF_THE_SENDER)),
        "answer": Step("acknowledged", to="answered", vi="Trả lời"),
        "reopen": Step("answered", to="acknowledged", vi="Mở lại kiến nghị", awaits=ANSWER),
    },
)


class EscalatedBefore(Refusal):
    """A recommendation is taken up one level once."""

    slug = "escalated-before"
    kind = Kind.CONFLICT
    vi = "Kiến nghị {recommendation} đã chuyển lên {body.vi} ngày {on:%d/%m/%Y}."
    en = "Recommendation {recommendation} was escalated to {body.en} on {on:%Y-%m-%d}."


@dataclass(eq=False)
class Recommendation:
    """A recommendation; `answer_due` explains `due_on`, and `first_due_on` stays.

    `overdue_since` is the day on which it was found without its answer.
    """

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
    answer_due: ExplainedDeadline
    recorded_at: datetime
    acknowledged_on: date | None = None
    answered_on: date | None = None
    outcome: Outcome | None = None
    answer_doc_number: str | None = None
    reason: str | None = None
    overdue_since: date | None = None
    escalated_on: date | None = None
    escalated_to_body: str | None = None
    first_due_on: date = field(init=False)
    state: RecommendationState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        self.first_due_on = self.due_on
        LIFECYCLE.begin(self, "send", self.sent_on)

    @property
    def on_time(self) -> bool | None:
        """Whether it was answered by its day; None before it is answered."""
        return None if self.answered_on is None else self.answered_on <= self.due_on

    def acknowledge(self, on: date) -> None:
        """The addressee has received it. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "acknowledge", on)
        self.acknowledged_on = on

    def fall_overdue(self, on: date) -> None:
        """Keep that its day has passed without an answer. Raises TooEarly, WrongStep, DayBeforeLastStep."""
        self.check_late(on)
        LIFECYCLE.take(self, "fall_overdue", on)
        self.overdue_since = on

    def check_late(self, on: date) -> None:
        """Refuse what waits until the day of its answer has passed. Raises TooEarly."""
        if on <= self.due_on:
            raise too_early(self.answer_due)

    def check_escalable(self, on: date) -> None:
        """It is taken up only when it is late, and once. Raises TooEarly, EscalatedBefore."""
        self.check_late(on)
        if self.escalated_on and self.escalated_to_body:
            raise EscalatedBefore(
                rule=LIFECYCLE.rule("escalate"),
                recommendation=self.id,
                body=body_name(self.escalated_to_body, self.escalated_on),
                on=self.escalated_on,
            )

    def escalate(self, to_body: str, on: date) -> None:
        """Take it to the Front one level up.

        Raises: TooEarly, EscalatedBefore, WrongStep, DayBeforeLastStep.
        """
        self.check_escalable(on)
        LIFECYCLE.take(self, "escalate", on)
        self.escalated_on, self.escalated_to_body = on, to_body

    def extend(self, due_on: date, on: date, reason: str) -> None:
        """Its sender puts the day of the answer off. Raises WrongStep, DayBeforeLastStep, InvalidField."""
        LIFECYCLE.check(self, "extend", on)
        check_later(due_on, self.due_on, on)
        self.due_on, self.answer_due, self.overdue_since = due_on, self.answer_due.put_off(due_on), None
        LIFECYCLE.take(self, "extend", on, reason=reason)

    def reopen(self, due: ExplainedDeadline, on: date, reason: str) -> None:
        """Its sender asks for another answer by a new day. Raises WrongStep, DayBeforeLastStep.

        What was answered can be read until the other answer takes its place.
        """
        LIFECYCLE.check(self, "reopen", on)
        self.due_on, self.answer_due, self.overdue_since = due.due_on, due, None
        self.answered_on = None
        LIFECYCLE.take(self, "reopen", on, reason=reason)

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
