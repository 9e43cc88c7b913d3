"""Answering an opinion document."""

from contracts.critique.commands import AnswerOpinion, ResponseStanding
from contracts.critique.events import ResponseReceived
from critique.domain.draft import Draft
from critique.domain.opinion import Opinion
from critique.parties import drafts, require_drafter
from critique.store.store import CritiqueStore
from shared.service import command
from shared.work import Work


@command(AnswerOpinion, post="/opinions/{critique_id}/answer", may=drafts)
def answer_opinion(wanted: AnswerOpinion, work: Work[CritiqueStore]) -> ResponseStanding:
    """Answer every item of an opinion document, each once; what is not accepted is explained.

    An answer after its day is taken and marked late. It is evidence of no duty: the programme asks
    the drafting body for the conditions of a critique, the law alone for the answer.
    Raises: NotAllowed (not the drafter), NotFound, WrongStep, InvalidField (answers, occurred_on).
    """
    draft = work.store.draft_of_opinion(wanted.critique_id)
    require_drafter(draft, work)
    answers = [(each.item_no, each.outcome, each.explanation) for each in wanted.answers]
    opinion = draft.answer(answers, wanted.doc_number, work.today)
    event = _event(opinion, draft, wanted, work)
    work.emit(event)
    return ResponseStanding(
        critique_id=opinion.id,
        draft_id=draft.id,
        state=draft.state,
        accepted=event.accepted,
        partly=event.partly,
        rejected=event.rejected,
        on_time=event.on_time,
    )


def _event(
    opinion: Opinion, draft: Draft, wanted: AnswerOpinion, work: Work[CritiqueStore]
) -> ResponseReceived:
    counts = opinion.outcomes()
    return ResponseReceived(
        critique_id=opinion.id,
        draft_id=draft.id,
        drafting_org=draft.drafting_org,
        accepted=counts["accepted"],
        partly=counts["partly"],
        rejected=counts["rejected"],
        doc_number=wanted.doc_number,
        received_on=work.today,
        on_time=opinion.is_in_time(work.today),
        unit_code=draft.unit_code,
    )
