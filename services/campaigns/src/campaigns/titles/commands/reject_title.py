"""Rejecting a cultural title."""

from campaigns.titles.answers import decision
from campaigns.titles.freezing import freeze_decision
from campaigns.titles.guards import decides_titles, require_decider
from campaigns.titles.messages.commands import RejectTitle, TitleDecision
from campaigns.titles.repository import Titles
from shared.service import command
from shared.work import Work


@command(
    RejectTitle,
    post="/titles/{registration_id}/reject",
    may=decides_titles,
    vi="Không công nhận danh hiệu",
    takes=["title:reject"],
    checks=require_decider,
)
def reject_title(wanted: RejectTitle, work: Work) -> TitleDecision:
    """Reject a title, with a reason; the facts behind the decision are frozen with it.

    Raises: NotAllowed (rule *.decided_by), NotFound, WrongStep, NoRuleInForce, NoStandardInForce.
    """
    titles = Titles(work)
    title = titles.get(wanted.registration_id)
    require_decider(title, work)
    title.reject(work.actor.body, wanted.reason, work.today)
    meeting = titles.meeting(str(title.meeting_id))
    digest = freeze_decision(title, meeting, work)
    return decision(title, digest)
