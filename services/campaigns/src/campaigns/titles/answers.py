"""How commands and queries answer about a title."""

from campaigns.common.record import record
from campaigns.titles.domain.title import Title
from campaigns.titles.messages.commands import TitleDecision, TitleStanding
from campaigns.titles.messages.queries import TitleRecord


def standing(title: Title) -> TitleStanding:
    """Say where a title stands."""
    return TitleStanding(registration_id=title.id, state=title.state)


def decision(title: Title, digest: str) -> TitleDecision:
    """Say what was decided on a title, with the digest of its frozen facts."""
    return TitleDecision(
        registration_id=title.id,
        state=title.state,
        decided_on=title.stands_since,
        on_time=title.decided_on_time,
        consecutive_years=title.consecutive_years or 0,
        certificate_earned=title.certificate_earned,
        facts_digest=digest,
    )


def shown(title: Title) -> TitleRecord:
    """Show a title with its vote, deadline and decision."""
    return record(TitleRecord, title, registration_id=title.id)
