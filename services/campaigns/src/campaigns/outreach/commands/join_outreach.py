"""Joining an outreach."""

from campaigns.outreach.domain.outreach import Guest
from campaigns.outreach.guards import invited_and_not_joined
from campaigns.outreach.messages import JoinOutreach, OutreachJoined
from campaigns.outreach.repository import Outreaches
from shared.authority import signed_in
from shared.service import command
from shared.work import Work


@command(
    JoinOutreach,
    post="/outreach/{outreach_id}/join",
    may=signed_in,
    vi="Đồng ý tham gia hoạt động",
    takes=["outreach:join"],
    checks=invited_and_not_joined,
)
def join_outreach(wanted: JoinOutreach, work: Work) -> OutreachJoined:
    """Agree to take part in holding an outreach; only a body that was invited can.

    Raises: NotFound, NotAllowed (not invited), WrongStep, DayBeforeLastStep.
    """
    outreach = Outreaches(work).get(wanted.outreach_id)
    invited_and_not_joined(outreach, work)
    outreach.join(work.actor.body, work.today)
    guest = Guest(work.new_id("gst"), outreach.id, work.actor.body, work.actor.side, work.today)
    Outreaches(work).add(guest)
    return OutreachJoined(outreach_id=outreach.id, invited_body=guest.invited_body, state="joined")
