"""How drafts and opinions are shown."""

from collections.abc import Iterable

from contracts.critique.queries import Condition, DecidedForm, DraftRow, Item, PlannedTopic, Promulgation
from critique.domain import promulgation as domain
from critique.domain.dossier import CONDITIONS
from critique.domain.draft import Draft
from critique.domain.form import FormDecision
from critique.domain.opinion import Opinion
from critique.domain.supervised import SupervisedTopic, overlaps


def draft_row(draft: Draft, planned: Iterable[SupervisedTopic]) -> DraftRow:
    """Show a draft with its dates, and the topics supervised in its unit and year that it touches."""
    decision, opinion = draft.decision, draft.opinion
    return DraftRow(
        draft_id=draft.id,
        kind=draft.kind,
        title=draft.title,
        unit_code=draft.unit_code,
        level=draft.level,
        drafting_org=draft.drafting_org,
        co_drafters=draft.co_drafters,
        duty_id=draft.duty_id,
        state=draft.state,
        received_on=draft.received_on,
        dossier_complete=draft.dossier_complete,
        track=decision.track if decision else None,
        form=decision.form if decision else None,
        chair_org=decision.chair_org if decision else None,
        session_on=decision.session_on if decision else None,
        critique_id=opinion.id if opinion else None,
        issued_on=opinion.issued_on if opinion else None,
        answer_due_on=opinion.answer_due_on if opinion else None,
        answered_on=opinion.answered_on if opinion else None,
        overlaps=overlaps(draft, planned),
    )


def planned_topic(topic: SupervisedTopic) -> PlannedTopic:
    """Show a topic of a supervision plan."""
    return PlannedTopic(
        plan_id=topic.plan_id,
        year=topic.year,
        unit_code=topic.unit_code,
        chair_org=topic.chair_org,
        topic=topic.topic,
    )


def conditions(draft: Draft) -> list[Condition]:
    """Show the four conditions, with what shows those that are provided."""
    return [Condition(kind=kind, evidence=draft.conditions.get(kind)) for kind in CONDITIONS]


def decided_form(decision: FormDecision) -> DecidedForm:
    """Show the decision on a form."""
    return DecidedForm(
        track=decision.track,
        form=decision.form,
        chair_org=decision.chair_org,
        reason=decision.reason,
        note=decision.note,
        session_on=decision.session_on,
        decided_by=decision.decided_by,
        decided_on=decision.decided_on,
        session_notice=decision.session_notice,
        notice_kept=decision.notice_kept,
    )


def items(opinion: Opinion) -> list[Item]:
    """Show the items of an opinion document with their answers."""
    return [
        Item(
            item_no=each.number,
            head=each.head,
            remark=each.remark,
            evaluation=each.evaluation,
            position=each.position,
            recommendation=each.recommendation,
            outcome=each.outcome,
            explanation=each.explanation,
        )
        for each in opinion.items
    ]


def promulgation(found: domain.Promulgation | None) -> Promulgation | None:
    """Show when and as what a draft was promulgated, if it was."""
    if found is None:
        return None
    return Promulgation.model_validate(
        {
            "doc_number": found.doc_number,
            "promulgated_on": found.promulgated_on,
            "effective_on": found.effective_on,
            "critique_reflected": found.critique_reflected,
            "criteria": found.criteria,
        }
    )
