"""Completing a dossier."""

from contracts.critique.drafts import DossierCompleted
from critique.drafts.answers import standing
from critique.drafts.conditions import pairs
from critique.drafts.domain.clauses import COMPLETING, evidence_of_completing
from critique.drafts.domain.draft import Draft
from critique.drafts.guards import drafter_of_it, drafts
from critique.drafts.messages import CompleteDossier, DraftStanding
from critique.drafts.repository import Drafts
from shared.service import command
from shared.work import Work


@command(
    CompleteDossier,
    post="/drafts/{draft_id}/complete-dossier",
    may=drafts,
    vi="Bổ sung hồ sơ dự thảo",
    duties=COMPLETING,
    takes=["draft:complete_dossier", "draft:resubmit"],
    checks=drafter_of_it,
)
def complete_dossier(wanted: CompleteDossier, work: Work) -> DraftStanding:
    """Provide what a dossier lacks; a returned draft is thereby submitted again.

    Duty II.4b-a (and III.1.7-b where the draft names it), once all four conditions are there.
    Raises: NotAllowed (not the drafter), NotFound, WrongStep, DayBeforeLastStep, InvalidField (conditions).
    """
    draft = Drafts(work).get(wanted.draft_id)
    drafter_of_it(draft, work)
    draft.complete_dossier(pairs(wanted.conditions), work.today)
    if draft.dossier_complete:
        work.emit(_event(draft), duties=evidence_of_completing(draft.duty_id))
    return standing(draft)


def _event(draft: Draft) -> DossierCompleted:
    return DossierCompleted(
        draft_id=draft.id,
        drafting_body=draft.drafting_body,
        unit_code=draft.unit_code,
        completed_on=draft.dossier_on,
    )
