"""Deciding how a draft is critiqued."""

from contracts.critique.commands import DecideForm, FormStanding
from contracts.critique.events import FormDecided
from contracts.reference import Body
from critique.domain.clauses import CRITIQUING
from critique.domain.deadlines import DOSSIER_BEFORE, explained
from critique.domain.draft import Draft
from critique.domain.form import FormDecision, check_chair
from critique.parties import critiques, require_same_level
from critique.store.store import CritiqueStore
from shared.service import command
from shared.work import Work


@command(DecideForm, post="/drafts/{draft_id}/decide-form", may=critiques, duties=(CRITIQUING,))
def decide_form(wanted: DecideForm, work: Work[CritiqueStore]) -> FormStanding:
    """Choose the track, the form and the chair, with a reason.

    Duty II.4b-b. A critique needs a complete dossier; comments do not. Rule `crit.dossier_before` is
    shown and never refuses: its number is a placeholder until a lawyer confirms it.
    Raises: NotAllowed, NotFound, WrongStep, DossierIncomplete, InvalidField (chair, reason, session_on).
    """
    draft = work.store.draft_to_change(wanted.draft_id)
    require_same_level(draft, work)
    _check_chair(wanted, draft, work)
    decision = _decision(wanted, draft, work)
    draft.decide_form(decision)
    work.emit(_event(decision, draft))
    return FormStanding(
        draft_id=draft.id,
        state=draft.state,
        chair_org=decision.chair_org,
        session_notice=decision.session_notice,
        notice_kept=decision.notice_kept,
    )


def _check_chair(wanted: DecideForm, draft: Draft, work: Work[CritiqueStore]) -> None:
    chair = Body.on(wanted.chair, work.today, "chair")
    decider = Body.on(work.actor.body, work.today, "chair")
    check_chair(chair, decider, draft.level, draft.unit_code)


def _decision(wanted: DecideForm, draft: Draft, work: Work[CritiqueStore]) -> FormDecision:
    ruled = wanted.track == "critique" and wanted.session_on is not None
    return FormDecision(
        draft_id=draft.id,
        track=wanted.track,
        form=wanted.form,
        chair_org=wanted.chair,
        reason=wanted.reason,
        note=wanted.note,
        session_on=wanted.session_on,
        decided_by=work.actor.body,
        decided_on=work.today,
        notice=explained(DOSSIER_BEFORE, draft.dossier_on).model_dump(mode="json") if ruled else None,
    )


def _event(decision: FormDecision, draft: Draft) -> FormDecided:
    return FormDecided(
        draft_id=draft.id,
        track=decision.track,
        form=decision.form,
        chair_org=decision.chair_org,
        reason=decision.reason,
        session_on=decision.session_on,
        unit_code=draft.unit_code,
    )
