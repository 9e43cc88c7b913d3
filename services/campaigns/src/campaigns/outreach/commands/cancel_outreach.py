"""Cancelling outreach."""

from campaigns.history import note
from campaigns.outreach.guards import holds_outreach, require_holder_of
from campaigns.store.store import CampaignStore
from contracts.campaigns.outreach.commands import CancelOutreach, OutreachStanding
from shared.service import command
from shared.work import Work


@command(CancelOutreach, post="/outreach/{outreach_id}/cancel", may=holds_outreach)
def cancel_outreach(wanted: CancelOutreach, work: Work[CampaignStore]) -> OutreachStanding:
    """Cancel a planned outreach and say why. Raises: NotFound, NotAllowed, InvalidField, WrongStep."""
    outreach = work.store.outreach.outreach(wanted.outreach_id)
    require_holder_of(work.actor, outreach.holder_org)
    outreach.cancel(wanted.reason, work.today)
    note(work, outreach.id, "cancel_outreach", outreach.state, reason=wanted.reason)
    return OutreachStanding(outreach_id=outreach.id, state="cancelled")
