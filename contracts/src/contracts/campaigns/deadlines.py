"""A day that the rule table sets, with the sentence that explains it, as answers carry it."""

from datetime import date
from typing import Self

from pydantic import Field

from contracts.messages import Message
from contracts.reference import deadline


class ExplainedDeadline(Message):
    """A day that a rule of the dated rule table sets, with the sentence that explains it."""

    rule: str = Field(description="Key in the rule table")
    start_on: date = Field(description="Day from which it counts")
    count: int
    count_unit: str = Field(description="`working_days`, `calendar_days`, `months` or `years`")
    holidays: list[date] = Field(description="Public holidays that working days passed over")
    due_on: date
    explanation_vi: str
    explanation_en: str

    @classmethod
    def counted(cls, rule_key: str, start: date) -> Self:
        """Count a rule's time from a day. Raises NoRuleInForce, RuleCountsNoTime."""
        found = deadline(rule_key, start)
        return cls(
            rule=rule_key,
            start_on=start,
            count=found.count,
            count_unit=found.unit,
            holidays=list(found.skipped),
            due_on=found.due,
            explanation_vi=found.explanation_vi,
            explanation_en=found.explanation_en,
        )
