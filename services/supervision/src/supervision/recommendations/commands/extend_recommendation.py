"""Putting the day of an answer to a recommendation off."""

from contracts.supervision.recommendations import RecommendationExtended
from shared.service import command
from shared.work import Work
from supervision.recommendations.answers import standing
from supervision.recommendations.domain.recommendation import Recommendation
from supervision.recommendations.guards import sender_of_it, supervises
from supervision.recommendations.messages import ExtendRecommendation, RecommendationStanding
from supervision.recommendations.repository import Recommendations


@command(
    ExtendRecommendation,
    post="/recommendations/{recommendation_id}/extend",
    may=supervises,
    vi="Gia hạn trả lời kiến nghị",
    takes=["recommendation:extend"],
    checks=sender_of_it,
)
def extend_recommendation(wanted: ExtendRecommendation, work: Work) -> RecommendationStanding:
    """Put the day of the answer off; the body that sent the recommendation does, also when it is late.

    Raises: NotAllowed (not the sender), NotFound, WrongStep, DayBeforeLastStep, InvalidField (due_on).
    """
    sent = Recommendations(work).get(wanted.recommendation_id)
    sender_of_it(sent, work)
    sent.extend(wanted.due_on, work.today, wanted.reason)
    work.emit(_event(sent))
    return standing(sent)


def _event(sent: Recommendation) -> RecommendationExtended:
    return RecommendationExtended(
        recommendation_id=sent.id,
        sending_body=sent.sending_body,
        addressee_body=sent.addressee_body,
        unit_code=sent.unit_code,
        due_on=sent.due_on,
        first_due_on=sent.first_due_on,
    )
