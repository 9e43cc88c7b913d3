"""Conditions of a dossier, as commands give them and as the domain takes them."""

from critique.drafts.domain.dossier import ConditionKind
from critique.drafts.messages import ProvidedCondition


def pairs(conditions: list[ProvidedCondition]) -> list[tuple[ConditionKind, str]]:
    """Return each condition with what shows it."""
    return [(each.kind, each.evidence) for each in conditions]
