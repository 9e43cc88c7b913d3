"""How pledges answer."""

from funds.pledges.domain.donor import Donor
from funds.pledges.domain.pledge import Pledge
from funds.pledges.messages import PledgeStanding, PledgeView


def pledge_standing(pledge: Pledge) -> PledgeStanding:
    """Return the standing of a pledge; what is owed is whole VND."""
    return PledgeStanding(
        pledge_id=pledge.id,
        donor_id=pledge.donor_id,
        state=pledge.state,
        outstanding_vnd=pledge.outstanding_vnd,
        due_on=pledge.due_on,
    )


def pledge_view(pledge: Pledge, donor: Donor | None) -> PledgeView:
    """Show a pledge with its donor's name; amounts are whole VND."""
    return PledgeView(
        pledge_id=pledge.id,
        drive_id=pledge.drive_id,
        donor_id=pledge.donor_id,
        donor_kind=pledge.donor_kind,
        donor_name=donor.name if donor else None,
        amount_vnd=pledge.amount_vnd,
        received_vnd=pledge.received_vnd,
        due_on=pledge.due_on,
        first_due_on=pledge.first_due_on,
        registered_on=pledge.registered_on,
        restriction=pledge.restriction,
        state=pledge.state,
    )
