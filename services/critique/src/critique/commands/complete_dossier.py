"""Completing a dossier."""

from contracts.critique.commands import CompleteDossier, DraftStanding
from contracts.critique.events import DossierCompleted
from critique.commands.register_draft import pairs
from critique.domain.clauses import COMPLETING, evidence_of_completing
from critique.domain.draft import Draft
from critique.parties import drafts, require_drafter
from critique.standings import draft_standing
from critique.store.store import CritiqueStore
from shared.service import command
from shared.work import Work


@command(CompleteDossier, post="/drafts/{draft_id}/complete-dossier", may=drafts, duties=COMPLETING)
def complete_dossier(wanted: CompleteDossier, work: Work[CritiqueStore]) -> DraftStanding:
    """Provide what a dossier lacks; a returned draft is thereby submitted again.

    Duty II.4b-a (and III.1.7-b where the draft names it), once all four conditions are there.
    Raises: NotAllowed (not the drafter), NotFound, WrongStep, InvalidField (conditions, occurred_on).
    """
    draft = work.store.draft_to_change(wanted.draft_id)
    require_drafter(draft, work)
    draft.complete_dossier(pairs(wanted.conditions), work.today)
    if draft.dossier_complete:
        work.emit(_event(draft), duties=evidence_of_completing(draft.duty_id))
    return draft_standing(draft)


def _event(draft: Draft) -> DossierCompleted:
    return DossierCompleted(
        draft_id=draft.id,
        drafting_org=draft.drafting_org,
        unit_code=draft.unit_code,
        completed_on=draft.dossier_on,
    )
