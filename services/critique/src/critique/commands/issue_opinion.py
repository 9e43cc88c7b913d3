"""Issuing an opinion document."""

from contracts.critique.commands import IssueOpinion, OpinionStanding
from contracts.critique.events import OpinionDocumentIssued
from contracts.errors import InvalidField
from critique.domain.clauses import CRITIQUING
from critique.domain.deadlines import ANSWER_DUE, explained
from critique.domain.draft import Draft
from critique.domain.form import FormDecision
from critique.domain.opinion import Opinion, OpinionItem
from critique.parties import critiques, require_chair
from critique.store.store import CritiqueStore
from shared.service import command
from shared.work import Work


@command(IssueOpinion, post="/drafts/{draft_id}/issue-opinion", may=critiques, duties=(CRITIQUING,))
def issue_opinion(wanted: IssueOpinion, work: Work[CritiqueStore]) -> OpinionStanding:
    """Send the drafting body an opinion document: remark, evaluation, position and recommendation.

    Duty II.4b-b. It is to be answered by the day that rule `crit.answer_due` sets, counted from the
    day of the document. Its number is used once in the issuer's register of a year.
    Raises: NotAllowed (not the chair), NotFound, WrongStep, InvalidField (doc_number, occurred_on).
    """
    draft = work.store.draft_to_change(wanted.draft_id)
    decision = draft.decided("issue_opinion")
    require_chair(decision, draft, work)
    _check_number(wanted.doc_number, work)
    opinion = _opinion(wanted, work)
    draft.issue_opinion(opinion)
    work.emit(_event(opinion, decision, draft))
    return OpinionStanding(
        critique_id=opinion.id, draft_id=draft.id, state=draft.state, answer_due=opinion.answer_due
    )


def _check_number(doc_number: str, work: Work[CritiqueStore]) -> None:
    if work.store.has_number(work.actor.body, work.today.year, doc_number):
        raise InvalidField(
            "doc_number",
            "once-a-year",
            f"Số văn bản {doc_number} đã dùng trong năm",
            f"The number {doc_number} is already used this year",
        )


def _opinion(wanted: IssueOpinion, work: Work[CritiqueStore]) -> Opinion:
    critique_id, due = work.new_id("crt"), explained(ANSWER_DUE, work.today)
    items = [
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
    return Opinion(
        id=critique_id,
        draft_id=wanted.draft_id,
        doc_number=wanted.doc_number,
        issuer_org=work.actor.body,
        issued_on=work.today,
        year=work.today.year,
        answer_due_on=due.due_on,
        deadline=due.model_dump(mode="json"),
        items=items,
    )


def _event(opinion: Opinion, decision: FormDecision, draft: Draft) -> OpinionDocumentIssued:
    return OpinionDocumentIssued(
        critique_id=opinion.id,
        draft_id=draft.id,
        track=decision.track,
        issuer_org=opinion.issuer_org,
        drafting_org=draft.drafting_org,
        doc_number=opinion.doc_number,
        items=len(opinion.items),
        items_by_head=opinion.items_by_head(),
        issued_on=opinion.issued_on,
        answer_due_on=opinion.answer_due_on,
        unit_code=draft.unit_code,
    )
