"""How commands and queries answer with a draft."""

from collections.abc import Iterable

from contracts.critique.drafts import NewCriteria
from critique.drafts.domain import promulgation as domain
from critique.drafts.domain.dossier import CONDITIONS
from critique.drafts.domain.draft import Draft
from critique.drafts.domain.form import FormDecision
from critique.drafts.domain.overlaps import overlaps
from critique.drafts.messages import (
    Condition,
    DecidedForm,
    DraftDetail,
    DraftRow,
    DraftStanding,
    PlannedTopic,
    Promulgation,
)
from critique.topics.domain.topic import SupervisedTopic


def standing(draft: Draft) -> DraftStanding:
    """Say where a draft stands and what its dossier lacks."""
    return DraftStanding(
        draft_id=draft.id,
        state=draft.state,
        dossier_complete=draft.dossier_complete,
        missing=draft.missing,
    )


def row(draft: Draft, planned: Iterable[SupervisedTopic]) -> DraftRow:
    """Show a draft with its dates, and the topics supervised in its unit and year that it touches."""
    decision = draft.decision
    return DraftRow(
        draft_id=draft.id,
        kind=draft.kind,
        title=draft.title,
        unit_code=draft.unit_code,
        level=draft.level,
        drafting_body=draft.drafting_body,
        co_drafting_bodies=draft.co_drafting_bodies,
        duty_id=draft.duty_id,
        state=draft.state,
        received_on=draft.received_on,
        dossier_complete=draft.dossier_complete,
        track=decision.track if decision else None,
        form=decision.form if decision else None,
        chair_body=decision.chair_body if decision else None,
        session_on=decision.session_on if decision else None,
        critique_id=draft.critique_id,
        issued_on=draft.issued_on,
        answer_due_on=draft.answer_due_on,
        answered_on=draft.answered_on,
        overlaps=overlaps(draft, planned),
    )


def detail(draft: Draft, planned: Iterable[SupervisedTopic]) -> DraftDetail:
    """Show a draft with its dossier, the decision on its form and its promulgation."""
    return DraftDetail(
        **dict(row(draft, planned)),
        conditions=[Condition(kind=kind, evidence=draft.conditions.get(kind)) for kind in CONDITIONS],
        return_reason=draft.return_reason,
        decision=_decided(draft.decision) if draft.decision else None,
        promulgation=_promulgated(draft.promulgation) if draft.promulgation else None,
    )


def planned_topic(topic: SupervisedTopic) -> PlannedTopic:
    """Show a topic of a supervision plan."""
    return PlannedTopic(
        plan_id=topic.plan_id,
        year=topic.year,
        unit_code=topic.unit_code,
        chair_body=topic.chair_body,
        topic=topic.topic,
    )


def _decided(decision: FormDecision) -> DecidedForm:
    return DecidedForm(
        track=decision.track,
        form=decision.form,
        chair_body=decision.chair_body,
        reason=decision.reason,
        note=decision.note,
        session_on=decision.session_on,
        deciding_body=decision.deciding_body,
        decided_on=decision.decided_on,
        session_notice=decision.session_notice,
        notice_kept=decision.notice_kept,
    )


def _promulgated(found: domain.Promulgation) -> Promulgation:
    return Promulgation(
        doc_number=found.doc_number,
        promulgated_on=found.promulgated_on,
        effective_on=found.effective_on,
        critique_reflected=found.critique_reflected,
        criteria=NewCriteria.model_validate(found.criteria) if found.criteria else None,
    )
