"""What the critique service tells of opinion documents and their answers. No event carries free text."""

from typing import Annotated, Literal

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    COUNT,
    AnswerDueDay,
    CritiqueId,
    DaysLate,
    DocNumber,
    DraftId,
    DraftingBody,
    FirstDueDay,
    IssuedOn,
    IssuingBody,
    OnTime,
    ReceivedOn,
    Track,
    UnitCode,
)

Head = Annotated[
    Literal["necessity", "conformity", "feasibility", "impact", "interests"],
    Named(
        "Nội dung phản biện",
        "Head of the opinion",
        codes={
            "necessity": "Sự cần thiết",
            "conformity": "Sự phù hợp với chủ trương của Đảng, pháp luật của Nhà nước",
            "feasibility": "Tính đúng đắn, khoa học, khả thi",
            "impact": "Tác động, hiệu quả",
            "interests": "Bảo đảm hài hòa lợi ích của Nhà nước, nhân dân, tổ chức",
        },
    ),
]
ItemCount = Annotated[int, COUNT, Named("Số ý kiến", "Items")]
ItemsByHead = Annotated[dict[Head, int], Named("Số ý kiến theo nội dung phản biện", "Items by head")]
AcceptedItems = Annotated[int, COUNT, Named("Số ý kiến được tiếp thu", "Accepted")]
PartlyAcceptedItems = Annotated[int, COUNT, Named("Số ý kiến được tiếp thu một phần", "Partly accepted")]
RejectedItems = Annotated[int, COUNT, Named("Số ý kiến không tiếp thu", "Rejected")]


class OpinionDocumentIssued(
    Event, service="critique", subject="draft_id", unit="unit_code", vi="Đã ban hành văn bản phản biện"
):
    """The chair sent the opinion document to the drafting body."""

    critique_id: CritiqueId
    draft_id: DraftId
    track: Track
    issuing_body: IssuingBody
    drafting_body: DraftingBody
    doc_number: DocNumber
    items: ItemCount
    items_by_head: ItemsByHead
    issued_on: IssuedOn
    answer_due_on: AnswerDueDay
    unit_code: UnitCode


class ResponseReceived(
    Event,
    service="critique",
    subject="draft_id",
    unit="unit_code",
    vi="Đã nhận văn bản tiếp thu, giải trình",
):
    """The drafting body answered every item of an opinion document."""

    critique_id: CritiqueId
    draft_id: DraftId
    drafting_body: DraftingBody
    accepted: AcceptedItems
    partly: PartlyAcceptedItems
    rejected: RejectedItems
    doc_number: DocNumber
    received_on: ReceivedOn
    on_time: OnTime
    unit_code: UnitCode


class ResponseOverdue(
    Event,
    service="critique",
    subject="draft_id",
    unit="unit_code",
    vi="Quá hạn tiếp thu, giải trình ý kiến phản biện",
):
    """The day passed by which the drafting body was to answer an opinion document, and it did not."""

    critique_id: CritiqueId
    draft_id: DraftId
    drafting_body: DraftingBody
    issuing_body: IssuingBody
    answer_due_on: AnswerDueDay
    days_late: DaysLate
    unit_code: UnitCode


class ResponseExtended(
    Event,
    service="critique",
    subject="draft_id",
    unit="unit_code",
    vi="Đã gia hạn tiếp thu, giải trình ý kiến phản biện",
):
    """The body that issued an opinion document put the day of its answer off; why is in its history."""

    critique_id: CritiqueId
    draft_id: DraftId
    drafting_body: DraftingBody
    issuing_body: IssuingBody
    answer_due_on: AnswerDueDay
    first_due_on: FirstDueDay
    unit_code: UnitCode
