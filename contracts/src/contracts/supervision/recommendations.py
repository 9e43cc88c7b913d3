"""What the supervision service tells of recommendations, and the values that this carries."""

from datetime import date
from typing import Annotated

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    BODY,
    ID,
    AnsweredOn,
    AnyTopic,
    DaysLate,
    DocNumber,
    DueDay,
    FirstDueDay,
    OnTime,
    Outcome,
    PlanId,
    ReopenedOn,
    UnitCode,
)

RecommendationId = Annotated[str, ID, Named("Mã kiến nghị", "Recommendation id")]
SendingBody = Annotated[str, BODY, Named("Cơ quan kiến nghị", "Sending body")]
AddresseeBody = Annotated[str, BODY, Named("Cơ quan nhận kiến nghị", "Addressee")]
SentOn = Annotated[date, Named("Ngày gửi", "Sent on")]
AcknowledgedOn = Annotated[date, Named("Ngày xác nhận đã nhận", "Acknowledged on")]
EscalatedToBody = Annotated[str, BODY, Named("Mặt trận cấp trên nhận kiến nghị quá hạn", "Escalated to")]
EscalatedOn = Annotated[date, Named("Ngày chuyển lên cấp trên", "Escalated on")]


class RecommendationSent(
    Event, service="supervision", subject="recommendation_id", unit="unit_code", vi="Đã gửi kiến nghị"
):
    """A recommendation was sent; its text stays with the two parties."""

    recommendation_id: RecommendationId
    plan_id: PlanId
    topic: AnyTopic
    sending_body: SendingBody
    addressee_body: AddresseeBody
    unit_code: UnitCode
    doc_number: DocNumber
    sent_on: SentOn
    due_on: DueDay


class RecommendationAcknowledged(
    Event,
    service="supervision",
    subject="recommendation_id",
    unit="unit_code",
    vi="Đã xác nhận nhận kiến nghị",
):
    """The addressee confirmed that it received a recommendation."""

    recommendation_id: RecommendationId
    addressee_body: AddresseeBody
    unit_code: UnitCode
    acknowledged_on: AcknowledgedOn


class RecommendationAnswered(
    Event, service="supervision", subject="recommendation_id", unit="unit_code", vi="Đã trả lời kiến nghị"
):
    """A recommendation was answered; the reason stays with the two parties."""

    recommendation_id: RecommendationId
    addressee_body: AddresseeBody
    unit_code: UnitCode
    outcome: Outcome
    doc_number: DocNumber
    answered_on: AnsweredOn
    on_time: OnTime


class RecommendationOverdue(
    Event,
    service="supervision",
    subject="recommendation_id",
    unit="unit_code",
    vi="Kiến nghị quá hạn trả lời",
):
    """The day passed by which a recommendation was to be answered, and it was not."""

    recommendation_id: RecommendationId
    sending_body: SendingBody
    addressee_body: AddresseeBody
    unit_code: UnitCode
    due_on: DueDay
    days_late: DaysLate


class RecommendationEscalated(
    Event,
    service="supervision",
    subject="recommendation_id",
    unit="unit_code",
    vi="Đã chuyển kiến nghị quá hạn lên Mặt trận cấp trên",
):
    """A recommendation left without answer was taken to the Front one level up."""

    recommendation_id: RecommendationId
    sending_body: SendingBody
    addressee_body: AddresseeBody
    unit_code: UnitCode
    due_on: DueDay
    escalated_to_body: EscalatedToBody
    escalated_on: EscalatedOn


class RecommendationExtended(
    Event,
    service="supervision",
    subject="recommendation_id",
    unit="unit_code",
    vi="Đã gia hạn trả lời kiến nghị",
):
    """The body that sent a recommendation put the day of its answer off; why is in its history."""

    recommendation_id: RecommendationId
    sending_body: SendingBody
    addressee_body: AddresseeBody
    unit_code: UnitCode
    due_on: DueDay
    first_due_on: FirstDueDay


class RecommendationReopened(
    Event, service="supervision", subject="recommendation_id", unit="unit_code", vi="Đã mở lại kiến nghị"
):
    """The body that sent a recommendation asks for another answer; why is in its history."""

    recommendation_id: RecommendationId
    sending_body: SendingBody
    addressee_body: AddresseeBody
    unit_code: UnitCode
    due_on: DueDay
    reopened_on: ReopenedOn
