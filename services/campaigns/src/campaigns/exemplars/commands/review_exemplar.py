"""Reviewing a nomination."""

from campaigns.exemplars.domain.exemplar import NominationIncomplete
from campaigns.exemplars.guards import require_area, require_level, reviews
from campaigns.exemplars.standing import standing
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.commands import ExemplarStanding, ReviewExemplar
from shared.service import command
from shared.work import Work


@command(ReviewExemplar, post="/exemplars/{exemplar_id}/review", may=reviews)
def review_exemplar(wanted: ReviewExemplar, work: Work[CampaignStore]) -> ExemplarStanding:
    """Record the review by the commune's Front committee, and which level is to commend.

    The criteria are the version of the nomination's day. Every co-nominator has confirmed before.
    Raises: NotAllowed, NotFound, NominationIncomplete, WrongStep, InvalidField.
    """
    exemplar = work.store.exemplars.exemplar(wanted.exemplar_id)
    require_area(work.actor, exemplar, work.today)
    require_level(wanted.level, work.today)
    exemplar.require_state("review", "nominated")
    parts = work.store.exemplars.secondings(exemplar.id)
    silent = [each.body for each in parts if not each.has_confirmed(work.today)]
    if silent:
        raise NominationIncomplete(bodies=", ".join(silent), rule="all-co-nominators")
    exemplar.review(work.actor.body, wanted.level, wanted.minutes_ref, work.today)
    note(work, exemplar.id, "review_exemplar", exemplar.state)
    return standing(exemplar)
