"""Cancelling outreach."""

from campaigns.outreach.guards import holds_outreach, own_outreach
from campaigns.outreach.messages import CancelOutreach, OutreachStanding
from campaigns.outreach.repository import Outreaches
from shared.service import command
from shared.work import Work


@command(
    CancelOutreach,
    post="/outreach/{outreach_id}/cancel",
    may=holds_outreach,
    vi="Hủy hoạt động",
    takes=["outreach:cancel"],
    checks=own_outreach,
)
def cancel_outreach(wanted: CancelOutreach, work: Work) -> OutreachStanding:
    """Cancel a planned outreach and say why. Raises: NotFound, NotAllowed, WrongStep, DayBeforeLastStep."""
    outreach = Outreaches(work).get(wanted.outreach_id)
    own_outreach(outreach, work)
    outreach.cancel(wanted.reason, work.today)
    return OutreachStanding(outreach_id=outreach.id, state=outreach.state)
