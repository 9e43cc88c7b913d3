"""The opinion document of a draft, and the drafting body's answer to each of its items."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from contracts.critique.opinions import Head
from contracts.errors import InvalidField
from contracts.names import Named
from contracts.values import Outcome
from shared.domain.deadlines import ExplainedDeadline, check_later, too_early
from shared.domain.lifecycle import Awaits, Lifecycle, Step

ANSWER_DUE = "crit.answer_due"
HEADS: tuple[Head, ...] = ("necessity", "conformity", "feasibility", "impact", "interests")
OUTCOMES: tuple[Outcome, ...] = ("accepted", "partly", "rejected")
Answers = Sequence[tuple[int, Outcome, str | None]]
Position = Annotated[
    Literal["agree", "agree_with_changes", "disagree"],
    Named(
        "Chính kiến",
        "Position",
        codes={
            "agree": "Nhất trí",
            "agree_with_changes": "Nhất trí, đề nghị sửa đổi",
            "disagree": "Không nhất trí",
        },
    ),
]
OpinionState = Annotated[
    Literal["issued", "answered"],
    Named(
        "Tình trạng văn bản phản biện",
        "State of the opinion document",
        codes={"issued": "Đã ban hành", "answered": "Đã trả lời"},
    ),
]
ANSWER = Awaits(
    "answer",
    lambda opinion: [opinion.drafting_body],
    within=ANSWER_DUE,
    due=lambda opinion: opinion.answer_due_on,
)
LIFECYCLE = Lifecycle(
    "opinion",
    vi="Văn bản phản biện",
    states=OpinionState,
    steps={
        "issue": Step(to="issued", vi="Ban hành", awaits=ANSWER),
        # It stays where it is: a late answer is still taken.
        "fall_overdue": Step("issued", vi="Quá hạn trả lời"),
        "extend": Step("issued", vi="Gia hạn trả lời", awaits=ANSWER),
        "answer": Step("issued", to="answered", vi="Trả lời"),
    },
)


@dataclass(eq=False)
class OpinionItem:
    """One item under one of the five heads, and how it was answered."""

    critique_id: str
    number: int
    head: Head
    remark: str
    evaluation: str
    position: Position
    recommendation: str
    outcome: Outcome | None = None
    explanation: str | None = None


@dataclass(eq=False)
class Opinion:
    """An opinion document; `answer_due` explains `answer_due_on`, and `first_due_on` stays.

    `overdue_since` is the day on which it was found without its answer.
    """

    id: str
    draft_id: str
    drafting_body: str
    doc_number: str
    issuing_body: str
    issued_on: date
    year: int
    answer_due_on: date
    answer_due: ExplainedDeadline
    items: list[OpinionItem] = field(default_factory=list)
    response_doc_number: str | None = None
    answered_on: date | None = None
    overdue_since: date | None = None
    first_due_on: date = field(init=False)
    state: OpinionState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        self.first_due_on = self.answer_due_on
        LIFECYCLE.begin(self, "issue", self.issued_on)

    @property
    def on_time(self) -> bool | None:
        """Whether it was answered by its day; None before it is answered."""
        return None if self.answered_on is None else self.answered_on <= self.answer_due_on

    def items_by_head(self) -> dict[Head, int]:
        """Count the items under each of the five heads."""
        counted = Counter(item.head for item in self.items)
        return {head: counted[head] for head in HEADS}

    def outcomes(self) -> dict[Outcome, int]:
        """Count the items by how they were answered."""
        counted = Counter(item.outcome for item in self.items)
        return {outcome: counted[outcome] for outcome in OUTCOMES}

    def fall_overdue(self, on: date) -> None:
        """Keep that its day has passed without an answer. Raises TooEarly, WrongStep, DayBeforeLastStep."""
        if on <= self.answer_due_on:
            raise too_early(self.answer_due)
        LIFECYCLE.take(self, "fall_overdue", on)
        self.overdue_since = on

    def extend(self, due_on: date, on: date, reason: str) -> None:
        """Its issuer puts the day of the answer off. Raises WrongStep, DayBeforeLastStep, InvalidField."""
        LIFECYCLE.check(self, "extend", on)
        check_later(due_on, self.answer_due_on, on)
        self.answer_due_on, self.answer_due = due_on, self.answer_due.put_off(due_on)
        self.overdue_since = None
        LIFECYCLE.take(self, "extend", on, reason=reason)

    def answer(self, answers: Answers, doc_number: str, on: date) -> None:
        """Answer every item, each once, with a reason where it is not accepted.

        Raises WrongStep, DayBeforeLastStep, InvalidField.
        """
        LIFECYCLE.check(self, "answer", on)
        _check_explained(answers)
        self._check_each_once([number for number, _, _ in answers])
        given = {number: (outcome, explanation) for number, outcome, explanation in answers}
        for item in self.items:
            item.outcome, item.explanation = given[item.number]
        self.response_doc_number, self.answered_on = doc_number, on
        LIFECYCLE.take(self, "answer", on)

    def _check_each_once(self, numbers: list[int]) -> None:
        if sorted(numbers) != sorted(item.number for item in self.items):
            raise InvalidField(
                "answers",
                "every-item-once",
                f"Phải trả lời đủ {len(self.items)} ý kiến, mỗi ý kiến đúng một lần",
                f"All {len(self.items)} items must be answered, each exactly once",
            )


def _check_explained(answers: Answers) -> None:
    for index, (_, outcome, explanation) in enumerate(answers):
        if outcome != "accepted" and explanation is None:
            place = f"answers.{index}.explanation"
            raise InvalidField(
                place,
                "required-unless-accepted",
                "Không tiếp thu, hoặc tiếp thu một phần, thì phải giải trình",
                "An item that is not accepted in full needs an explanation",
            )
