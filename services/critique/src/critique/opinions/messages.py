"""What may be asked of opinion documents, and how it is answered."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.critique.drafts import DraftTitle
from contracts.critique.opinions import AcceptedItems, Head, PartlyAcceptedItems, RejectedItems
from contracts.messages import Answer, Command, Message, Query
from contracts.names import Named
from contracts.values import (
    PROSE,
    AnswerDocNumber,
    AnsweredOn,
    CritiqueId,
    DocNumber,
    DraftId,
    DraftingBody,
    DueDay,
    FirstDueDay,
    IssuedOn,
    IssuingBody,
    OnTime,
    Outcome,
    Reason,
    Remark,
    Track,
)
from critique.drafts.domain.lifecycle import DraftState
from critique.opinions.domain.opinion import OpinionState, Position
from shared.domain.deadlines import ExplainedDeadline

MOST_ITEMS = 200
Evaluation = Annotated[str, PROSE, Named("Đánh giá", "Evaluation")]
ItemRecommendation = Annotated[str, PROSE, Named("Kiến nghị", "Recommendation")]
Explanation = Annotated[str, PROSE, Named("Giải trình", "Explanation")]
ItemNumber = Annotated[int, Field(ge=1, le=MOST_ITEMS), Named("Số thứ tự ý kiến", "Number of the item")]
OverdueSince = Annotated[date, Named("Ngày ghi nhận quá hạn", "Found overdue on")]
AnswerDue = Annotated[ExplainedDeadline, Named("Hạn trả lời", "Answer due")]


class NewItem(Message, vi="Ý kiến phản biện"):
    """One item of an opinion document. It is public: no person's name."""

    head: Head
    remark: Remark
    evaluation: Evaluation
    position: Position
    recommendation: ItemRecommendation


class IssueOpinion(Command):
    """Issue the opinion document of a draft; its items are numbered from 1 in the order given."""

    draft_id: DraftId
    doc_number: DocNumber
    items: Annotated[list[NewItem], Named("Các ý kiến phản biện", "Items")] = Field(
        min_length=1, max_length=MOST_ITEMS
    )


class ItemAnswer(Message, vi="Trả lời ý kiến phản biện"):
    """The drafting body's answer to one item. It is public: no person's name."""

    item_no: ItemNumber
    outcome: Outcome
    explanation: Explanation | None = Field(default=None, description="Required unless accepted")


class AnswerOpinion(Command):
    """Answer an opinion document: every item, each once."""

    critique_id: CritiqueId
    doc_number: DocNumber
    answers: Annotated[list[ItemAnswer], Named("Trả lời từng ý kiến", "Answers")] = Field(
        min_length=1, max_length=MOST_ITEMS
    )


class ExtendResponse(Command):
    """Put the day of the answer off, with the reason; the first day stays known. Only the issuer can."""

    critique_id: CritiqueId
    due_on: DueDay
    reason: Reason


class OpinionStanding(Answer, vi="Văn bản phản biện đã ban hành"):
    """An opinion document that was issued, and by when it is to be answered."""

    critique_id: CritiqueId
    draft_id: DraftId
    state: DraftState
    answer_due: AnswerDue


class ResponseStanding(Answer, vi="Kết quả tiếp thu, giải trình"):
    """How the items of an opinion document were answered."""

    critique_id: CritiqueId
    draft_id: DraftId
    state: DraftState
    accepted: AcceptedItems
    partly: PartlyAcceptedItems
    rejected: RejectedItems
    on_time: OnTime


class OpinionById(Query):
    """One opinion document with its items and their answers."""

    critique_id: CritiqueId


class Item(Answer, vi="Ý kiến phản biện và trả lời"):
    """One item of an opinion document and the drafting body's answer to it."""

    item_no: ItemNumber
    head: Head
    remark: Remark
    evaluation: Evaluation
    position: Position
    recommendation: ItemRecommendation
    outcome: Outcome | None
    explanation: Explanation | None


class OpinionDocument(Answer, vi="Văn bản phản biện"):
    """An opinion document of institutions, and how it was answered."""

    critique_id: CritiqueId
    draft_id: DraftId
    title: DraftTitle
    track: Track
    drafting_body: DraftingBody
    issuing_body: IssuingBody
    doc_number: DocNumber
    issued_on: IssuedOn
    state: OpinionState
    answer_due: AnswerDue
    first_due_on: FirstDueDay = Field(description="The due day before it was put off, if it ever was")
    response_doc_number: AnswerDocNumber | None
    answered_on: AnsweredOn | None
    on_time: OnTime | None
    overdue_since: OverdueSince | None
    items: Annotated[list[Item], Named("Các ý kiến phản biện", "Items")]
