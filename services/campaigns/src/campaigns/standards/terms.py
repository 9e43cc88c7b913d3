"""Days that the rule table sets for a step, where it sets any."""

from campaigns.standards.domain.procedure import rule_on
from shared.domain.deadlines import ExplainedDeadline
from shared.work import Work


def counted(key: str | None, work: Work) -> ExplainedDeadline | None:
    """Count a rule's time from today; None where the table sets none on the day."""
    return ExplainedDeadline.counted(key, work.today) if key and rule_on(key, work.today) else None
