"""Outreach, for those who are signed in."""

from campaigns.outreach.answers import shown
from campaigns.outreach.messages import OutreachList, OutreachPage
from campaigns.outreach.repository import Outreaches
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(OutreachList, get="/outreach", may=signed_in, vi="Danh sách hoạt động tuyên truyền, vận động")
def outreach_list(asked: OutreachList, work: Work) -> OutreachPage:
    """List outreach by unit and all below it, kind, linked programme, state, words and planned day."""
    found, after = Outreaches(work).page(asked)
    return OutreachPage(items=[shown(each) for each in found], next_cursor=after)
