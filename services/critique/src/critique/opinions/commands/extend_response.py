"""Putting the day of an answer to an opinion document off."""

from contracts.critique.opinions import ResponseExtended
from critique.drafts.domain.draft import Draft
from critique.drafts.guards import critiques
from critique.drafts.repository import Drafts
from critique.opinions.domain.opinion import Opinion
from critique.opinions.guards import issuer_of_it
from critique.opinions.messages import ExtendResponse, OpinionStanding
from critique.opinions.repository import Opinions
from shared.service import command
from shared.work import Work


@command(
    ExtendResponse,
    post="/opinions/{critique_id}/extend",
    may=critiques,
    vi="Gia hạn trả lời ý kiến phản biện",
    takes=["opinion:extend"],
    checks=issuer_of_it,
)
def extend_response(wanted: ExtendResponse, work: Work) -> OpinionStanding:
    """Put the day of the answer off; the body that issued the opinion document does, also when it is late.

    Raises: NotAllowed (not the issuer), NotFound, WrongStep, DayBeforeLastStep, InvalidField (due_on).
    """
    opinion = Opinions(work).get(wanted.critique_id)
    issuer_of_it(opinion, work)
    opinion.extend(wanted.due_on, work.today, wanted.reason)
    draft = Drafts(work).get(opinion.draft_id)
    draft.extend_answer(opinion.answer_due_on)
    work.emit(_event(opinion, draft))
    return OpinionStanding(
        critique_id=opinion.id, draft_id=draft.id, state=draft.state, answer_due=opinion.answer_due
    )


def _event(opinion: Opinion, draft: Draft) -> ResponseExtended:
    return ResponseExtended(
        critique_id=opinion.id,
        draft_id=draft.id,
        drafting_body=opinion.drafting_body,
        issuing_body=opinion.issuing_body,
        answer_due_on=opinion.answer_due_on,
        first_due_on=opinion.first_due_on,
        unit_code=draft.unit_code,
    )
