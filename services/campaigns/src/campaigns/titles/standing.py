"""How commands on a title answer."""

from campaigns.titles.domain.title import Title
from contracts.campaigns.titles.commands import TitleDecision, TitleStanding


def standing(title: Title) -> TitleStanding:
    """Say where a title stands."""
    return TitleStanding.model_validate({"registration_id": title.id, "state": title.state})


def decision(title: Title) -> TitleDecision:
    """Say what was decided on a title."""
    return TitleDecision.model_validate(
        {
            "registration_id": title.id,
            "state": title.state,
            "decided_on": title.decided_on,
            "on_time": title.decided_on_time,
            "consecutive_years": title.consecutive_years or 0,
            "certificate_earned": title.certificate_earned,
            "facts_digest": title.facts_digest,
        }
    )
