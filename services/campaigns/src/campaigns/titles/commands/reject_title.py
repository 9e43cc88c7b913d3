"""Rejecting a cultural title."""

from campaigns.history import note
from campaigns.store.store import CampaignStore
from campaigns.titles.freezing import freeze
from campaigns.titles.guards import decides_titles, require_decider
from campaigns.titles.standing import decision
from contracts.campaigns.titles.commands import RejectTitle, TitleDecision
from shared.service import command
from shared.work import Work


@command(RejectTitle, post="/titles/{registration_id}/reject", may=decides_titles)
def reject_title(wanted: RejectTitle, work: Work[CampaignStore]) -> TitleDecision:
    """Reject a title, with a reason; the facts behind the decision are frozen with it.

    Raises: NotAllowed (rule *.decided_by), NotFound, WrongStep, NoRuleInForce, NoStandardInForce.
    """
    title = work.store.titles.title(wanted.registration_id)
    criteria = work.store.criteria.in_force(title.title, work.today)
    require_decider(work.actor, title, criteria, work.today)
    title.reject(work.actor.body, wanted.reason, work.today)
    freeze(title, work)
    note(work, title.id, "reject_title", title.state, reason=wanted.reason)
    return decision(title)
