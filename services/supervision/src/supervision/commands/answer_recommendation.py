"""The addressee's answer to a recommendation."""

from contracts.supervision.commands import AnswerRecommendation, RecommendationStanding
from contracts.supervision.events import RecommendationAnswered
from shared.service import command
from shared.work import Work
from supervision.commands.standing import standing_of_recommendation
from supervision.parties import is_supervised
from supervision.store.store import SupervisionStore


@command(AnswerRecommendation, post="/recommendations/{recommendation_id}/answer", may=is_supervised)
def answer_recommendation(
    wanted: AnswerRecommendation, work: Work[SupervisionStore]
) -> RecommendationStanding:
    """Answer a recommendation: accepted, or partly or rejected with the reason. A late answer is taken.

    Raises: NotAllowed (not the addressee), NotFound, WrongStep, InvalidField (reason, occurred_on).
    """
    sent = work.store.recommendation(wanted.recommendation_id, lock=True)
    sent.answer(work.actor.body, wanted.outcome, wanted.reason, wanted.doc_number, work.today)
    work.emit(
        RecommendationAnswered(
            recommendation_id=sent.id,
            addressee_org=sent.addressee_org,
            unit_code=sent.unit_code,
            outcome=wanted.outcome,
            doc_number=wanted.doc_number,
            answered_on=work.today,
            on_time=bool(sent.on_time),
        )
    )
    return standing_of_recommendation(sent)
