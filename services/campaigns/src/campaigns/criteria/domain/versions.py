"""Versions of criteria sets: those of the reference data, and those that promulgated drafts brought."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.reference import CriteriaSet, NoStandardInForce, standards
from contracts.reference.standards import Criterion
from contracts.values import Standard


@dataclass
class PromulgatedSet:
    """The criteria set that a promulgated draft lays down for a standard."""

    draft_id: str
    standard: Standard
    doc_number: str
    drafting_body: str
    promulgated_on: date
    effective_on: date
    criteria: list[dict[str, Any]]

    def as_version(self) -> CriteriaSet:
        """Return it as a version: for whom and by which rules, it takes from the version before it."""
        earlier = self._version_before()
        return CriteriaSet(
            code=self.standard,
            version=self.doc_number,
            title_vi=earlier.title_vi,
            title_en=earlier.title_en,
            subjects=earlier.subjects,
            valid_from=self.effective_on,
            valid_to=None,
            criteria_known=True,
            criteria=tuple(Criterion.model_validate(each) for each in self.criteria),
            rules=earlier.rules,
            source=f"{self.doc_number}, {self.drafting_body}",
            confidence="verified",
        )

    def _version_before(self) -> CriteriaSet:
        """The last version of the reference data that had begun when this one took effect, else the first."""
        versions = standards().versions(self.standard)
        begun = [each for each in versions if each.valid_from is None or each.valid_from <= self.effective_on]
        return (begun or versions[:1])[-1]


def in_force(standard: Standard, promulgated: Iterable[PromulgatedSet], on: date) -> CriteriaSet:
    """Return the version in force on a day: whichever began last. Raises NoStandardInForce."""
    lawful = [each for each in standards().versions(standard) if each.holds_on(on)]
    current = lawful[0] if lawful else None
    begun = [each for each in promulgated if each.effective_on <= on]
    last = max(begun, key=lambda each: (each.effective_on, each.promulgated_on, each.draft_id), default=None)
    if last and (current is None or current.valid_from is None or current.valid_from <= last.effective_on):
        return last.as_version()
    if current is None:
        raise NoStandardInForce(rule=standard, what=standards().name(standard), on=on)
    return current
