"""Days that the dated rule table sets, kept with all that they rest on (duty II.4c-a)."""

from datetime import date

from contracts.critique.values import ExplainedDeadline
from contracts.reference import deadline, rules

ANSWER_DUE = "crit.answer_due"
DOSSIER_BEFORE = "crit.dossier_before"


def explained(rule_key: str, start_on: date) -> ExplainedDeadline:
    """Count a rule's days from a day on, as the rule stood on that day. Raises NoRuleInForce."""
    rule = rules().in_force(rule_key, start_on)
    return ExplainedDeadline(
        rule=rule_key,
        value=rule.value,
        unit=rule.unit,
        source=rule.source,
        confidence=rule.confidence,
        start_on=start_on,
        due_on=deadline(rule_key, start_on).due,
    )
