"""Opinion documents, open to everyone once they are issued."""

from critique.drafts.domain.draft import Draft
from critique.drafts.repository import Drafts
from critique.opinions.domain.opinion import Opinion, OpinionItem
from critique.opinions.messages import Item, OpinionById, OpinionDocument
from critique.opinions.repository import Opinions
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(OpinionById, get="/opinions/{critique_id}", may=anyone, vi="Văn bản phản biện")
def opinion_by_id(asked: OpinionById, work: Work) -> OpinionDocument:
    """Show an opinion document of institutions with its items, their answers and its explained deadline.

    Raises NotFound; before it is issued there is none.
    """
    opinion = Opinions(work).get(asked.critique_id)
    return _shown(opinion, Drafts(work).get(opinion.draft_id))


def _shown(opinion: Opinion, draft: Draft) -> OpinionDocument:
    return OpinionDocument(
        critique_id=opinion.id,
        draft_id=draft.id,
        title=draft.title,
        track=draft.decided("issue_opinion", opinion.issued_on).track,
        drafting_body=opinion.drafting_body,
        issuing_body=opinion.issuing_body,
        doc_number=opinion.doc_number,
        issued_on=opinion.issued_on,
        state=opinion.state,
        answer_due=opinion.answer_due,
        first_due_on=opinion.first_due_on,
        response_doc_number=opinion.response_doc_number,
        answered_on=opinion.answered_on,
        on_time=opinion.on_time,
        overdue_since=opinion.overdue_since,
        items=[_item(each) for each in opinion.items],
    )


def _item(item: OpinionItem) -> Item:
    return Item(
        item_no=item.number,
        head=item.head,
        remark=item.remark,
        evaluation=item.evaluation,
        position=item.position,
        recommendation=item.recommendation,
        outcome=item.outcome,
        explanation=item.explanation,
    )
