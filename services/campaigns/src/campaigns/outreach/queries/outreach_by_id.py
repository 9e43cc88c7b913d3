"""One outreach, for those who are signed in."""

from campaigns.common.record import record
from campaigns.outreach.answers import invitations
from campaigns.outreach.messages import OutreachById, OutreachDetail
from campaigns.outreach.repository import Outreaches
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(OutreachById, get="/outreach/{outreach_id}", may=signed_in, vi="Hoạt động tuyên truyền, vận động")
def outreach_by_id(asked: OutreachById, work: Work) -> OutreachDetail:
    """Show an outreach and the bodies invited to it. Raises NotFound."""
    found = Outreaches(work).get(asked.outreach_id)
    invited = invitations(found, Outreaches(work).guests(found.id))
    return record(OutreachDetail, found, outreach_id=found.id, invitations=invited)
