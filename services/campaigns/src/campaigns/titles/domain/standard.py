"""Which rules a title follows: those that its criteria set names, as it stands on a day."""

from datetime import date

from contracts.campaigns.titles.commands import CriterionMet
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
        raise NoRuleInForce(rule=key, key=key, on=on)
    return found


def optional_rule_key(criteria: CriteriaSet, ending: str) -> str | None:
    """Return the set's own rule of a kind, or None where it has none."""
    return next((key for key in criteria.rules if key.endswith(ending)), None)


def require_criteria(criteria: CriteriaSet, said: list[CriterionMet], *, meets: bool) -> None:
    """Check a self-assessment against the set: each known criterion once, and the whole follows.

    Where the set's list is not known, none can be named. Raises UnknownCriterion, InvalidField.
    """
    numbers = [criteria.criterion(each.criterion_no).no for each in said]
    if sorted(numbers) != [each.no for each in criteria.criteria]:
        raise InvalidField(
            "criteria",
            "each-criterion-once",
            "Phải tự đánh giá mỗi tiêu chí của bộ tiêu chí đúng một lần",
            "Each criterion of the set is assessed exactly once",
        )
    if meets and not all(each.met for each in said):
        raise InvalidField(
            "meets",
            "whole-follows-criteria",
            "Không thể tự nhận đạt khi còn tiêu chí chưa đạt",
            "The whole is not met while a criterion is not",
        )
