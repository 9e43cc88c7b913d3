"""The addressee's receipt for a recommendation."""

from contracts.supervision.commands import AcknowledgeRecommendation, RecommendationStanding
from contracts.supervision.events import RecommendationAcknowledged
from shared.service import command
from shared.work import Work
from supervision.commands.standing import standing_of_recommendation
from supervision.parties import is_supervised
from supervision.store.store import SupervisionStore


@command(
    AcknowledgeRecommendation, post="/recommendations/{recommendation_id}/acknowledge", may=is_supervised
)
def acknowledge_recommendation(
    wanted: AcknowledgeRecommendation, work: Work[SupervisionStore]
) -> RecommendationStanding:
    """Confirm the receipt of a recommendation; its due day does not move.

    Raises: NotAllowed (not the addressee), NotFound, WrongStep, InvalidField (occurred_on).
    """
    sent = work.store.recommendation(wanted.recommendation_id, lock=True)
    sent.acknowledge(work.actor.body, work.today)
    work.emit(
        RecommendationAcknowledged(
            recommendation_id=sent.id,
            addressee_org=sent.addressee_org,
            unit_code=sent.unit_code,
            acknowledged_on=work.today,
        )
    )
    return standing_of_recommendation(sent)
