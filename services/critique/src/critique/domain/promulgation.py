"""The promulgation of a draft's text, and the criteria set that it may lay down."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.critique.values import NewCriteria
from contracts.errors import InvalidField, WrongStep
from critique.domain.draft import Draft

PROMULGABLE = ("form_decided", "opinion_document_issued", "response_received")


@dataclass
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


def require_promulgable(draft: Draft, on: date) -> None:
    """Refuse a text that the Front was never asked about, or a day before its last step.

    Raises WrongStep, InvalidField.
    """
    if draft.state not in PROMULGABLE:
        raise WrongStep(
            rule="promulgate-after:form_decided", subject=draft.id, state=draft.state, step="promulgate"
        )
    if on < draft.last_step_on:
        raise InvalidField(
            "occurred_on",
            "not-before-last-step",
            f"Không thể thực hiện trước bước liền trước, ngày {draft.last_step_on}",
            f"It cannot be done before the last step, on {draft.last_step_on}",
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
