"""How commands and queries answer with a recommendation."""

from supervision.recommendations.domain.recommendation import Recommendation
from supervision.recommendations.messages import (
    RecommendationDetail,
    RecommendationRow,
    RecommendationStanding,
)


def standing(sent: Recommendation) -> RecommendationStanding:
    """Say where a recommendation stands, and by when it is to be answered."""
    return RecommendationStanding(recommendation_id=sent.id, state=sent.state, answer_due=sent.answer_due)


def row(sent: Recommendation) -> RecommendationRow:
    """Show what the public sees."""
    return RecommendationRow(
        recommendation_id=sent.id,
        plan_id=sent.plan_id,
        topic=sent.topic,
        sending_body=sent.sending_body,
        addressee_body=sent.addressee_body,
        unit_code=sent.unit_code,
        doc_number=sent.doc_number,
        state=sent.state,
        sent_on=sent.sent_on,
        due_on=sent.due_on,
        first_due_on=sent.first_due_on,
        acknowledged_on=sent.acknowledged_on,
        answered_on=sent.answered_on,
        outcome=sent.outcome,
        on_time=sent.on_time,
        overdue_since=sent.overdue_since,
        escalated_on=sent.escalated_on,
        escalated_to_body=sent.escalated_to_body,
    )


def detail(sent: Recommendation) -> RecommendationDetail:
    """Show what the two parties see."""
    return RecommendationDetail(
        **dict(row(sent)),
        text=sent.text,
        legal_basis=sent.legal_basis,
        answer_due=sent.answer_due,
        answer_doc_number=sent.answer_doc_number,
        reason=sent.reason,
    )
