"""Opinion documents whose day has passed without an answer."""

from contracts.critique.opinions import ResponseOverdue
from critique.drafts.repository import Drafts
from critique.opinions.domain.opinion import Opinion
from critique.opinions.repository import Opinions
from shared.service import timer
from shared.work import Work


@timer(every="day", vi="Ghi nhận văn bản phản biện quá hạn trả lời", takes=["opinion:fall_overdue"])
def find_late_responses(work: Work) -> None:
    """Note each opinion document that is not answered by its day, and tell.

    The day is that which rule `crit.answer_due` set when it was issued.
    """
    for opinion in Opinions(work).without_answer(work.today):
        opinion.fall_overdue(work.today)
        work.emit(_event(opinion, work))


def _event(opinion: Opinion, work: Work) -> ResponseOverdue:
    return ResponseOverdue(
        critique_id=opinion.id,
        draft_id=opinion.draft_id,
        drafting_body=opinion.drafting_body,
        issuing_body=opinion.issuing_body,
        answer_due_on=opinion.answer_due_on,
        days_late=(work.today - opinion.answer_due_on).days,
        unit_code=Drafts(work).get(opinion.draft_id).unit_code,
    )
