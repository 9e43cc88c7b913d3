"""Which rules a title follows: those that its criteria set names, as it stands on a day."""

from collections.abc import Sequence
from datetime import date

from contracts.errors import InvalidField
from contracts.reference import CriteriaSet, NoRuleInForce

ATTENDANCE = "gdvh.vote.attendance_min"
YES = "gdvh.vote.yes_min"
BALLOT = "gdvh.vote.ballot"
DOSSIER = "gdvh.dossier"
DECISION = "gdvh.decision"


def rule_key(criteria: CriteriaSet, ending: str, on: date) -> str:
    """Return the set's own rule of a kind, such as `.decided_by`. Raises NoRuleInForce."""
    found = optional_rule_key(criteria, ending)
    if found is None:
        key = f"{criteria.code.lower()}{ending}"
        raise NoRuleInForce(rule=key, law=criteria.name, on=on)
    return found


def optional_rule_key(criteria: CriteriaSet, ending: str) -> str | None:
    """Return the set's own rule of a kind, or None where it has none."""
    return next((key for key in criteria.rules if key.endswith(ending)), None)


def require_criteria(criteria: CriteriaSet, said: Sequence[tuple[int, bool]], *, meets: bool) -> None:
    """Check a self-assessment, criterion by criterion whether it is met, against the set.

    Each known criterion is named once, and the whole follows. Where the set's list is not known, none can
    be named. Raises UnknownCriterion, InvalidField.
    """
    numbers = [criteria.criterion(number).no for number, _ in said]
    if sorted(numbers) != [each.no for each in criteria.criteria]:
        raise InvalidField(
            "criteria",
            "each-criterion-once",
            "Phải tự đánh giá mỗi tiêu chí của bộ tiêu chí đúng một lần",
            "Each criterion of the set is assessed exactly once",
        )
    if meets and not all(met for _, met in said):
        raise InvalidField(
            "meets",
            "whole-follows-criteria",
            "Không thể tự nhận đạt khi còn tiêu chí chưa đạt",
            "The whole is not met while a criterion is not",
        )
