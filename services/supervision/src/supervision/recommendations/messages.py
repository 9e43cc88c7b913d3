"""What may be asked of recommendations, and how it is answered."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.messages import Answer, Command, ListQuery, Page, Query
from contracts.names import Named
from contracts.supervision.recommendations import (
    AcknowledgedOn,
    AddresseeBody,
    EscalatedOn,
    EscalatedToBody,
    RecommendationId,
    SendingBody,
    SentOn,
)
from contracts.values import (
    PROSE,
    AnswerDocNumber,
    AnsweredOn,
    DocNumber,
    DueDay,
    FirstDueDay,
    OnTime,
    Outcome,
    OverdueAsOf,
    PlanId,
    Reason,
    UnitCode,
)
from shared.domain.deadlines import ExplainedDeadline
from supervision.plans.domain.topic import TopicCode
from supervision.recommendations.domain.recommendation import RecommendationState

RecommendedText = Annotated[
    str,
    Field(min_length=1, max_length=4000, pattern=r"\S", description="Stays with the two parties"),
    Named("Nội dung kiến nghị", "Text"),
]
Provision = Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S"), Named("Quy định", "Provision")]
LegalBasis = Annotated[list[Provision], Named("Căn cứ pháp lý", "Legal basis")]
ReasonOfAnswer = Annotated[str, PROSE, Named("Lý do", "Reason")]
OverdueSince = Annotated[date, Named("Ngày ghi nhận quá hạn", "Found overdue on")]
AnswerDue = Annotated[ExplainedDeadline, Named("Hạn trả lời", "Answer due")]


class SendRecommendation(Command):
    """Send a recommendation to a body that was supervised."""

    plan_id: PlanId
    topic: TopicCode
    addressee_body: AddresseeBody
    doc_number: DocNumber
    text: RecommendedText
    legal_basis: LegalBasis = Field(min_length=1, max_length=20, description="Provisions on which it rests")


class AcknowledgeRecommendation(Command):
    """Confirm that the acting body has received a recommendation."""

    recommendation_id: RecommendationId


class AnswerRecommendation(Command):
    """Answer a recommendation; only its addressee can."""

    recommendation_id: RecommendationId
    outcome: Outcome
    doc_number: DocNumber
    reason: ReasonOfAnswer | None = Field(default=None, description="Required unless `accepted`")


class EscalateRecommendation(Command):
    """Take a recommendation whose answer is late to the Front one level up; only its sender can."""

    recommendation_id: RecommendationId


class ExtendRecommendation(Command):
    """Put the day of the answer off, with the reason; the first day stays known. Only the sender can."""

    recommendation_id: RecommendationId
    due_on: DueDay
    reason: Reason


class ReopenRecommendation(Command):
    """Ask for another answer than the one given, with the reason; only the sender can."""

    recommendation_id: RecommendationId
    reason: Reason


class RecommendationStanding(Answer, vi="Tình trạng kiến nghị"):
    """Where a recommendation now stands, and by when it is to be answered."""

    recommendation_id: RecommendationId
    state: RecommendationState
    answer_due: AnswerDue


class RecommendationById(Query):
    """One recommendation in full, for its two parties."""

    recommendation_id: RecommendationId


class RecommendationList(ListQuery):
    """Recommendations by the day of their sending."""

    addressee_body: AddresseeBody | None = None
    topic: TopicCode | None = None
    state: RecommendationState | None = None
    overdue_as_of: OverdueAsOf | None = Field(
        default=None, description="Only those that were due before this day and not answered by it"
    )


class RecommendationRow(Answer, vi="Kiến nghị"):
    """A recommendation as the public sees it: number, topic, parties, days, outcome."""

    recommendation_id: RecommendationId
    plan_id: PlanId
    topic: TopicCode
    sending_body: SendingBody
    addressee_body: AddresseeBody
    unit_code: UnitCode
    doc_number: DocNumber
    state: RecommendationState
    sent_on: SentOn
    due_on: DueDay
    first_due_on: FirstDueDay = Field(description="The due day before it was put off, if it ever was")
    acknowledged_on: AcknowledgedOn | None
    answered_on: AnsweredOn | None
    outcome: Outcome | None
    on_time: OnTime | None
    overdue_since: OverdueSince | None
    escalated_on: EscalatedOn | None
    escalated_to_body: EscalatedToBody | None


class RecommendationPage(Page[RecommendationRow], vi="Danh sách kiến nghị"):
    """One page of recommendations."""


class RecommendationDetail(RecommendationRow, vi="Chi tiết kiến nghị"):
    """A recommendation in full."""

    text: RecommendedText
    legal_basis: LegalBasis
    answer_due: AnswerDue
    answer_doc_number: AnswerDocNumber | None
    reason: ReasonOfAnswer | None
