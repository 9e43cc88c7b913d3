"""Recommendations whose day has passed without an answer."""

from contracts.supervision.recommendations import RecommendationOverdue
from shared.service import timer
from shared.work import Work
from supervision.recommendations.domain.recommendation import Recommendation
from supervision.recommendations.repository import Recommendations


@timer(every="day", vi="Ghi nhận kiến nghị quá hạn trả lời", takes=["recommendation:fall_overdue"])
def find_late_answers(work: Work) -> None:
    """Note each recommendation that is not answered by its day, and tell; its sender may then escalate it.

    The day is that which rule `sup.answer_due` set when it was sent.
    """
    for sent in Recommendations(work).without_answer(work.today):
        sent.fall_overdue(work.today)
        work.emit(_event(sent, work))


def _event(sent: Recommendation, work: Work) -> RecommendationOverdue:
    return RecommendationOverdue(
        recommendation_id=sent.id,
        sending_body=sent.sending_body,
        addressee_body=sent.addressee_body,
        unit_code=sent.unit_code,
        due_on=sent.due_on,
        days_late=(work.today - sent.due_on).days,
    )
