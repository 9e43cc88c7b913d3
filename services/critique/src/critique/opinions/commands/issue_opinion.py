"""Issuing an opinion document."""

from contracts.critique.opinions import OpinionDocumentIssued
from contracts.errors import InvalidField
from contracts.values import Track
from critique.drafts.domain.clauses import CRITIQUING
from critique.drafts.domain.draft import Draft
from critique.drafts.guards import chair_of_it, critiques
from critique.drafts.repository import Drafts
from critique.opinions.domain.opinion import ANSWER_DUE, Opinion, OpinionItem
from critique.opinions.messages import IssueOpinion, OpinionStanding
from critique.opinions.repository import Opinions
from shared.domain.deadlines import ExplainedDeadline
from shared.service import command
from shared.work import Work


@command(
    IssueOpinion,
    post="/drafts/{draft_id}/issue-opinion",
    may=critiques,
    vi="Ban hành văn bản phản biện",
    duties=(CRITIQUING,),
    takes=["draft:issue_opinion", "opinion:issue"],
    checks=chair_of_it,
)
def issue_opinion(wanted: IssueOpinion, work: Work) -> OpinionStanding:
    """Send the drafting body an opinion document: remark, evaluation, position and recommendation.

    Duty II.4b-b. It is to be answered by the day that rule `crit.answer_due` sets, counted from the
    day of the document. Its number is used once in the issuer's register of a year.
    Raises: NotAllowed (not the chair), NotFound, WrongStep, DayBeforeLastStep,
    InvalidField (doc_number, occurred_on).
    """
    draft = Drafts(work).get(wanted.draft_id)
    chair_of_it(draft, work)
    _check_number(wanted.doc_number, work)
    opinion = _opinion(wanted, draft, work)
    draft.issue_opinion(opinion.id, opinion.answer_due_on, work.today)
    Opinions(work).add(opinion)
    work.emit(_event(opinion, draft, draft.decided("issue_opinion", work.today).track))
    return OpinionStanding(
        critique_id=opinion.id, draft_id=draft.id, state=draft.state, answer_due=opinion.answer_due
    )


def _check_number(doc_number: str, work: Work) -> None:
    if Opinions(work).has_number(work.actor.body, work.today.year, doc_number):
        raise InvalidField(
            "doc_number",
            "once-a-year",
            f"Số văn bản {doc_number} đã dùng trong năm",
            f"The number {doc_number} is already used this year",
        )


def _opinion(wanted: IssueOpinion, draft: Draft, work: Work) -> Opinion:
    critique_id, due = work.new_id("crt"), ExplainedDeadline.counted(ANSWER_DUE, work.today)
    return Opinion(
        id=critique_id,
        draft_id=draft.id,
        drafting_body=draft.drafting_body,
        doc_number=wanted.doc_number,
        issuing_body=work.actor.body,
        issued_on=work.today,
        year=work.today.year,
        answer_due_on=due.due_on,
        answer_due=due,
        items=_items(wanted, critique_id),
    )


def _items(wanted: IssueOpinion, critique_id: str) -> list[OpinionItem]:
    return [
        OpinionItem(
            critique_id=critique_id,
            number=number,
            head=item.head,
            remark=item.remark,
            evaluation=item.evaluation,
            position=item.position,
            recommendation=item.recommendation,
        )
        for number, item in enumerate(wanted.items, start=1)
    ]


def _event(opinion: Opinion, draft: Draft, track: Track) -> OpinionDocumentIssued:
    return OpinionDocumentIssued(
        critique_id=opinion.id,
        draft_id=draft.id,
        track=track,
        issuing_body=opinion.issuing_body,
        drafting_body=draft.drafting_body,
        doc_number=opinion.doc_number,
        items=len(opinion.items),
        items_by_head=opinion.items_by_head(),
        issued_on=opinion.issued_on,
        answer_due_on=opinion.answer_due_on,
        unit_code=draft.unit_code,
    )
