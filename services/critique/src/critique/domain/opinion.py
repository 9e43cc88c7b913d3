"""The opinion document of a draft, and the drafting body's answer to each of its items."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from contracts.critique.values import ExplainedDeadline, Head, Outcome, Position
from contracts.errors import InvalidField

HEADS: tuple[Head, ...] = get_args(Head)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
Answers = Sequence[tuple[int, Outcome, str | None]]


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
    """An opinion document; `deadline` is the stored explanation of `answer_due_on`."""

    id: str
    draft_id: str
    doc_number: str
    issuer_org: str
    issued_on: date
    year: int
    answer_due_on: date
    deadline: dict[str, object]
    items: list[OpinionItem] = field(default_factory=list)
    response_doc_number: str | None = None
    answered_on: date | None = None

    @property
    def answer_due(self) -> ExplainedDeadline:
        """By when it is to be answered, and why."""
        return ExplainedDeadline.model_validate(self.deadline)

    @property
    def on_time(self) -> bool | None:
        """Whether it was answered by its day; None before it is answered."""
        return None if self.answered_on is None else self.is_in_time(self.answered_on)

    def is_in_time(self, on: date) -> bool:
        """Say whether a day is not after the one by which it is to be answered."""
        return on <= self.answer_due_on

    def items_by_head(self) -> dict[Head, int]:
        """Count the items under each of the five heads."""
        counted = Counter(item.head for item in self.items)
        return {head: counted[head] for head in HEADS}

    def outcomes(self) -> dict[Outcome, int]:
        """Count the items by how they were answered."""
        counted = Counter(item.outcome for item in self.items)
        return {outcome: counted[outcome] for outcome in OUTCOMES}

    def answer(self, answers: Answers, doc_number: str, on: date) -> None:
        """Answer every item, each once, with a reason where it is not accepted. Raises InvalidField."""
        _check_explained(answers)
        self._check_each_once([number for number, _, _ in answers])
        given = {number: (outcome, explanation) for number, outcome, explanation in answers}
        for item in self.items:
            item.outcome, item.explanation = given[item.number]
        self.response_doc_number, self.answered_on = doc_number, on

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
