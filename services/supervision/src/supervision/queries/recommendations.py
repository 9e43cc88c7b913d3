"""Recommendations: the public sees number, topic and days; the two parties see the text."""

from contracts.errors import NotAllowed
from contracts.supervision.queries import (
    RecommendationById,
    RecommendationDetail,
    RecommendationList,
    RecommendationPage,
    RecommendationRow,
)
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work
from supervision.domain.recommendation import Recommendation
from supervision.store.store import SupervisionStore


@query(RecommendationList, get="/recommendations", may=anyone)
def recommendation_list(asked: RecommendationList, work: Work[SupervisionStore]) -> RecommendationPage:
    """List recommendations by unit, year, addressee, topic and state, or those overdue as of a day."""
    found, after = work.store.recommendations(asked)
    return RecommendationPage(items=[_row(each) for each in found], next_cursor=after)


@query(RecommendationById, get="/recommendations/{recommendation_id}", may=signed_in)
def recommendation_by_id(asked: RecommendationById, work: Work[SupervisionStore]) -> RecommendationDetail:
    """Show a recommendation in full to its sender and its addressee.

    Raises: NotFound, NotAllowed (neither party).
    """
    sent = work.store.recommendation(asked.recommendation_id)
    if work.actor.body not in {sent.sender_org, sent.addressee_org}:
        raise NotAllowed(
            "parties-only",
            "Chỉ bên gửi và bên nhận được đọc toàn văn kiến nghị",
            "Only the sender and the addressee read a recommendation in full",
        )
    return RecommendationDetail(
        **dict(_row(sent)),
        text=sent.text,
        legal_basis=sent.legal_basis,
        answer_due=sent.answer_due,
        answer_doc_number=sent.answer_doc_number,
        reason=sent.reason,
    )


def _row(sent: Recommendation) -> RecommendationRow:
    return RecommendationRow(
        recommendation_id=sent.id,
        plan_id=sent.plan_id,
        topic=sent.topic,
        sender_org=sent.sender_org,
        addressee_org=sent.addressee_org,
        unit_code=sent.unit_code,
        doc_number=sent.doc_number,
        state=sent.state,
        sent_on=sent.sent_on,
        due_on=sent.due_on,
        acknowledged_on=sent.acknowledged_on,
        answered_on=sent.answered_on,
        outcome=sent.outcome,
        on_time=sent.on_time,
    )
