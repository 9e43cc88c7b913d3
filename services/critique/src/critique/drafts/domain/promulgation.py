"""The promulgation of a draft's text, and the criteria set that it may lay down."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.critique.drafts import NewCriteria
from contracts.errors import InvalidField


@dataclass(eq=False)
class Promulgation:
    """When and as what a draft's text was promulgated; a text is promulgated once."""

    draft_id: str
    doc_number: str
    promulgated_on: date
    effective_on: date
    critique_reflected: bool
    criteria: dict[str, Any] | None

    def __post_init__(self) -> None:
        """Refuse a text that binds before it was known. Raises InvalidField."""
        if self.effective_on < self.promulgated_on:
            raise InvalidField(
                "effective_on",
                "not-before-promulgation",
                "Không thể có hiệu lực trước ngày ban hành",
                "It cannot be in force before it was promulgated",
            )


def require_distinct(criteria: NewCriteria) -> None:
    """Refuse a set that numbers two criteria alike. Raises InvalidField."""
    numbers = Counter(each.no for each in criteria.criteria)
    for index, each in enumerate(criteria.criteria):
        if numbers[each.no] > 1:
            field = f"criteria.criteria.{index}.no"
            raise InvalidField(
                field,
                "distinct",
                f"Tiêu chí số {each.no} bị nêu hai lần",
                f"Criterion {each.no} is named twice",
            )
