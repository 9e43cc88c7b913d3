"""The addressee's receipt for a recommendation."""

from contracts.supervision.recommendations import RecommendationAcknowledged
from shared.service import command
from shared.work import Work
from supervision.recommendations.answers import standing
from supervision.recommendations.guards import addressee_of_it, is_supervised
from supervision.recommendations.messages import AcknowledgeRecommendation, RecommendationStanding
from supervision.recommendations.repository import Recommendations


@command(
    AcknowledgeRecommendation,
    post="/recommendations/{recommendation_id}/acknowledge",
    may=is_supervised,
    vi="Xác nhận đã nhận kiến nghị",
    takes=["recommendation:acknowledge"],
    checks=addressee_of_it,
)
def acknowledge_recommendation(wanted: AcknowledgeRecommendation, work: Work) -> RecommendationStanding:
    """Confirm the receipt of a recommendation; its due day does not move.

    Raises: NotAllowed (not the addressee), NotFound, WrongStep, DayBeforeLastStep.
    """
    sent = Recommendations(work).get(wanted.recommendation_id)
    addressee_of_it(sent, work)
    sent.acknowledge(work.today)
    work.emit(
        RecommendationAcknowledged(
            recommendation_id=sent.id,
            addressee_body=sent.addressee_body,
            unit_code=sent.unit_code,
            acknowledged_on=work.today,
        )
    )
    return standing(sent)
