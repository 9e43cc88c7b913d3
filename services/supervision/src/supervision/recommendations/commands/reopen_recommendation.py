"""Asking for another answer to a recommendation."""

from contracts.supervision.recommendations import RecommendationReopened
from shared.domain.deadlines import ExplainedDeadline
from shared.service import command
from shared.work import Work
from supervision.recommendations.answers import standing
from supervision.recommendations.domain.recommendation import ANSWER_DUE, Recommendation
from supervision.recommendations.guards import sender_of_it, supervises
from supervision.recommendations.messages import RecommendationStanding, ReopenRecommendation
from supervision.recommendations.repository import Recommendations


@command(
    ReopenRecommendation,
    post="/recommendations/{recommendation_id}/reopen",
    may=supervises,
    vi="Mở lại kiến nghị",
    takes=["recommendation:reopen"],
    checks=sender_of_it,
)
def reopen_recommendation(wanted: ReopenRecommendation, work: Work) -> RecommendationStanding:
    """Open a recommendation again whose answer does not settle it; the body that sent it does.

    The term of rule `sup.answer_due` runs anew from that day.
    Raises: NotAllowed (not the sender), NotFound, WrongStep, DayBeforeLastStep.
    """
    sent = Recommendations(work).get(wanted.recommendation_id)
    sender_of_it(sent, work)
    sent.reopen(ExplainedDeadline.counted(ANSWER_DUE, work.today), work.today, wanted.reason)
    work.emit(_event(sent))
    return standing(sent)


def _event(sent: Recommendation) -> RecommendationReopened:
    return RecommendationReopened(
        recommendation_id=sent.id,
        sending_body=sent.sending_body,
        addressee_body=sent.addressee_body,
        unit_code=sent.unit_code,
        due_on=sent.due_on,
        reopened_on=sent.stands_since,
    )
