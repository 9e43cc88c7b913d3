"""Deciding a commendation."""

from campaigns.exemplars.domain.facts import facts_of
from campaigns.exemplars.guards import decides, require_decider
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.commands import CommendationDecision, DecideExemplar
from shared.service import command
from shared.work import Work


@command(DecideExemplar, post="/exemplars/{exemplar_id}/decide", may=decides)
def decide_exemplar(wanted: DecideExemplar, work: Work[CampaignStore]) -> CommendationDecision:
    """Decide a commendation; the facts behind it are frozen with it, without a name.

    The Front's standing board of the level proposed in the review decides.
    Raises: NotAllowed (front-standing-of-level), NotFound, WrongStep, InvalidField.
    """
    exemplar = work.store.exemplars.exemplar(wanted.exemplar_id)
    exemplar.require_state("decide", "reviewed")
    require_decider(work.actor, exemplar, work.today)
    exemplar.decide(work.actor.body, wanted.decision_no, wanted.form, work.today)
    criteria = work.store.exemplars.criteria(exemplar.criteria_id)
    secondings = work.store.exemplars.secondings(exemplar.id)
    digest = exemplar.freeze(facts_of(exemplar, criteria, secondings, work.today))
    note(work, exemplar.id, "decide_exemplar", exemplar.state)
    return CommendationDecision.model_validate(
        {
            "exemplar_id": exemplar.id,
            "state": exemplar.state,
            "decided_on": exemplar.decided_on,
            "facts_digest": digest,
        }
    )
