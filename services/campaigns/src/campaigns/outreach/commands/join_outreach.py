"""Joining an outreach."""

from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.outreach.commands import JoinOutreach, OutreachJoined
from shared.authority import signed_in
from shared.service import command
from shared.work import Work


@command(JoinOutreach, post="/outreach/{outreach_id}/join", may=signed_in)
def join_outreach(wanted: JoinOutreach, work: Work[CampaignStore]) -> OutreachJoined:
    """Agree to take part in holding an outreach; only a body that was invited can.

    Raises: NotFound (also where it was not invited), WrongStep.
    """
    outreach = work.store.outreach.outreach(wanted.outreach_id)
    guest = work.store.outreach.guest(outreach.id, work.actor.body)
    outreach.require_open()
    guest.join(work.today)
    note(work, outreach.id, "join_outreach", outreach.state)
    return OutreachJoined(outreach_id=outreach.id, body=guest.body, state="joined")
