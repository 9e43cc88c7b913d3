"""Answering an opinion document."""

from contracts.critique.opinions import ResponseReceived
from critique.drafts.domain.draft import Draft
from critique.drafts.guards import drafts
from critique.drafts.repository import Drafts
from critique.opinions.domain.opinion import Opinion
from critique.opinions.guards import asked_by_it
from critique.opinions.messages import AnswerOpinion, ResponseStanding
from critique.opinions.repository import Opinions
from shared.service import command
from shared.work import Work


@command(
    AnswerOpinion,
    post="/opinions/{critique_id}/answer",
    may=drafts,
    vi="Trả lời ý kiến phản biện",
    takes=["opinion:answer", "draft:answer_opinion"],
    checks=asked_by_it,
)
def answer_opinion(wanted: AnswerOpinion, work: Work) -> ResponseStanding:
    """Answer every item of an opinion document, each once; what is not accepted is explained.

    An answer after its day is taken and marked late. It is evidence of no duty: the programme asks
    the drafting body for the conditions of a critique, the law alone for the answer.
    Raises: NotAllowed (not the drafter), NotFound, WrongStep, DayBeforeLastStep, InvalidField (answers).
    """
    opinion = Opinions(work).get(wanted.critique_id)
    asked_by_it(opinion, work)
    answers = [(each.item_no, each.outcome, each.explanation) for each in wanted.answers]
    opinion.answer(answers, wanted.doc_number, work.today)
    draft = Drafts(work).get(opinion.draft_id)
    draft.answer_opinion(work.today)
    event = _event(opinion, draft, wanted, work)
    work.emit(event)
    return _standing(event, draft)


def _event(opinion: Opinion, draft: Draft, wanted: AnswerOpinion, work: Work) -> ResponseReceived:
    counts = opinion.outcomes()
    return ResponseReceived(
        critique_id=opinion.id,
        draft_id=draft.id,
        drafting_body=draft.drafting_body,
        accepted=counts["accepted"],
        partly=counts["partly"],
        rejected=counts["rejected"],
        doc_number=wanted.doc_number,
        received_on=work.today,
        on_time=bool(opinion.on_time),
        unit_code=draft.unit_code,
    )


def _standing(told: ResponseReceived, draft: Draft) -> ResponseStanding:
    return ResponseStanding(
        critique_id=told.critique_id,
        draft_id=draft.id,
        state=draft.state,
        accepted=told.accepted,
        partly=told.partly,
        rejected=told.rejected,
        on_time=told.on_time,
    )
