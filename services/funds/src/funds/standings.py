"""A pledge's standing, as several commands answer it."""

from contracts.funds.commands import PledgeStanding
from funds.domain.pledge import Pledge


def pledge_standing(pledge: Pledge) -> PledgeStanding:
    """Return the standing of a pledge; what is owed is whole VND."""
    return PledgeStanding(
        pledge_id=pledge.id,
        donor_id=pledge.donor_id,
        state=pledge.state,
        outstanding_vnd=pledge.outstanding_vnd,
    )
