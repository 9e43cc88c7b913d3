"""The addressee's answer to a recommendation."""

from contracts.supervision.recommendations import RecommendationAnswered
from shared.service import command
from shared.work import Work
from supervision.recommendations.answers import standing
from supervision.recommendations.guards import addressee_of_it, is_supervised
from supervision.recommendations.messages import AnswerRecommendation, RecommendationStanding
from supervision.recommendations.repository import Recommendations


@command(
    AnswerRecommendation,
    post="/recommendations/{recommendation_id}/answer",
    may=is_supervised,
    vi="Trả lời kiến nghị",
    takes=["recommendation:answer"],
    checks=addressee_of_it,
)
def answer_recommendation(wanted: AnswerRecommendation, work: Work) -> RecommendationStanding:
    """Answer a recommendation: accepted, or partly or rejected with the reason. A late answer is taken.

    Raises: NotAllowed (not the addressee), NotFound, WrongStep, DayBeforeLastStep, InvalidField (reason).
    """
    sent = Recommendations(work).get(wanted.recommendation_id)
    addressee_of_it(sent, work)
    sent.answer(wanted.outcome, wanted.reason, wanted.doc_number, work.today)
    work.emit(
        RecommendationAnswered(
            recommendation_id=sent.id,
            addressee_body=sent.addressee_body,
            unit_code=sent.unit_code,
            outcome=wanted.outcome,
            doc_number=wanted.doc_number,
            answered_on=work.today,
            on_time=bool(sent.on_time),
        )
    )
    return standing(sent)
