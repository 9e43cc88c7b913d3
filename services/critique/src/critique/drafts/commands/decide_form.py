"""Deciding how a draft is critiqued."""

from contracts.critique.drafts import FormDecided
from contracts.reference import Body
from critique.drafts.domain.clauses import CRITIQUING
from critique.drafts.domain.draft import Draft
from critique.drafts.domain.form import DOSSIER_BEFORE, FormDecision, check_chair
from critique.drafts.guards import critiques, of_its_level
from critique.drafts.messages import DecideForm, FormStanding
from critique.drafts.repository import Drafts
from shared.domain.deadlines import ExplainedDeadline
from shared.service import command
from shared.work import Work


@command(
    DecideForm,
    post="/drafts/{draft_id}/decide-form",
    may=critiques,
    vi="Quyết định hình thức phản biện",
    duties=(CRITIQUING,),
    takes=["draft:decide_form"],
    checks=of_its_level,
)
def decide_form(wanted: DecideForm, work: Work) -> FormStanding:
    """Choose the track, the form and the chair, with a reason.

    Duty II.4b-b. A critique needs a complete dossier; comments do not. Rule `crit.dossier_before` is
    shown and never refuses: its number is a placeholder until a lawyer confirms it.
    Raises: NotAllowed, NotFound, WrongStep, DayBeforeLastStep, DossierIncomplete,
    InvalidField (chair_body, reason, session_on).
    """
    draft = Drafts(work).get(wanted.draft_id)
    of_its_level(draft, work)
    _check_chair(wanted, draft, work)
    decision = _decision(wanted, draft, work)
    draft.decide_form(decision)
    work.emit(_event(decision, draft))
    return FormStanding(
        draft_id=draft.id,
        state=draft.state,
        chair_body=decision.chair_body,
        session_notice=decision.session_notice,
        notice_kept=decision.notice_kept,
    )


def _check_chair(wanted: DecideForm, draft: Draft, work: Work) -> None:
    chair = Body.on(wanted.chair_body, work.today, "chair_body")
    decider = Body.on(work.actor.body, work.today, "chair_body")
    check_chair(chair, decider, draft.level, draft.unit_code)


def _decision(wanted: DecideForm, draft: Draft, work: Work) -> FormDecision:
    ruled = wanted.track == "critique" and wanted.session_on is not None
    notice = ExplainedDeadline.counted(DOSSIER_BEFORE, draft.dossier_on) if ruled else None
    return FormDecision(
        draft_id=draft.id,
        track=wanted.track,
        form=wanted.form,
        chair_body=wanted.chair_body,
        reason=wanted.reason,
        note=wanted.note,
        session_on=wanted.session_on,
        deciding_body=work.actor.body,
        decided_on=work.today,
        session_notice=notice,
    )


def _event(decision: FormDecision, draft: Draft) -> FormDecided:
    return FormDecided(
        draft_id=draft.id,
        track=decision.track,
        form=decision.form,
        chair_body=decision.chair_body,
        reason=decision.reason,
        session_on=decision.session_on,
        unit_code=draft.unit_code,
    )
