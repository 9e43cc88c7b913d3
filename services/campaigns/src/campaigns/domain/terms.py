"""Terms of the rule table that must run out before a step."""

from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.errors import Kind, Refusal


class TooEarly(Refusal):
    """A term of the rule table has not run out yet."""

    slug = "too-early"
    kind = Kind.CONFLICT
    vi = "Chưa được thực hiện trước ngày {due:%d/%m/%Y}. {explanation_vi}"
    en = "Not before {due:%Y-%m-%d}. {explanation_en}"


def too_early(due: ExplainedDeadline) -> TooEarly:
    """Say that a term has not run out, with its explanation."""
    return TooEarly(
        rule=due.rule,
        due=due.due_on,
        explanation_vi=due.explanation_vi,
        explanation_en=due.explanation_en,
    )
