"""Opinion documents, open to everyone once they are issued."""

from contracts.critique.queries import OpinionById, OpinionDocument
from critique.queries.views import items
from critique.store.store import CritiqueStore
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(OpinionById, get="/opinions/{critique_id}", may=anyone)
def opinion_by_id(asked: OpinionById, work: Work[CritiqueStore]) -> OpinionDocument:
    """Show an opinion document of institutions with its items, their answers and its explained deadline.

    Raises NotFound; before it is issued there is none.
    """
    opinion = work.store.opinion(asked.critique_id)
    draft = work.store.draft(opinion.draft_id)
    return OpinionDocument(
        critique_id=opinion.id,
        draft_id=draft.id,
        title=draft.title,
        track=draft.decided("issue_opinion").track,
        drafting_org=draft.drafting_org,
        issuer_org=opinion.issuer_org,
        doc_number=opinion.doc_number,
        issued_on=opinion.issued_on,
        answer_due=opinion.answer_due,
        response_doc_number=opinion.response_doc_number,
        answered_on=opinion.answered_on,
        on_time=opinion.on_time,
        items=items(opinion),
    )
