"""Taking a recommendation left without answer to the Front one level up."""

from contracts.supervision.recommendations import RecommendationEscalated
from shared.service import command
from shared.work import Work
from supervision.recommendations.answers import standing
from supervision.recommendations.domain.escalation import front_above
from supervision.recommendations.guards import sender_of_it, sender_of_late, supervises
from supervision.recommendations.messages import EscalateRecommendation, RecommendationStanding
from supervision.recommendations.repository import Recommendations


@command(
    EscalateRecommendation,
    post="/recommendations/{recommendation_id}/escalate",
    may=supervises,
    vi="Chuyển kiến nghị quá hạn lên Mặt trận cấp trên",
    takes=["recommendation:escalate"],
    checks=sender_of_late,
)
def escalate_recommendation(wanted: EscalateRecommendation, work: Work) -> RecommendationStanding:
    """Take a recommendation whose answer is late to the Front one level up, by rule `sup.escalation`.

    Its addressee may still answer.
    Raises: NotAllowed (not the sender), NotFound, TooEarly, EscalatedBefore, WrongStep, DayBeforeLastStep.
    """
    sent = Recommendations(work).get(wanted.recommendation_id)
    sender_of_it(sent, work)
    above = front_above(sent.level, sent.path, work.today)
    sent.escalate(above, work.today)
    work.emit(
        RecommendationEscalated(
            recommendation_id=sent.id,
            sending_body=sent.sending_body,
            addressee_body=sent.addressee_body,
            unit_code=sent.unit_code,
            due_on=sent.due_on,
            escalated_to_body=above,
            escalated_on=work.today,
        )
    )
    return standing(sent)
