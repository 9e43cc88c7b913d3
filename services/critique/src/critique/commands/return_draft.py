"""Returning a draft."""

from contracts.critique.commands import DraftStanding, ReturnDraft
from critique.parties import critiques, require_same_level
from critique.standings import draft_standing
from critique.store.store import CritiqueStore
from shared.service import command
from shared.work import Work


@command(ReturnDraft, post="/drafts/{draft_id}/return", may=critiques)
def return_draft(wanted: ReturnDraft, work: Work[CritiqueStore]) -> DraftStanding:
    """Return a draft whose dossier lacks something; the drafting body may complete it.

    What is named as lacking no longer counts as provided, whatever was said to show it.
    Raises: NotAllowed, NotFound, WrongStep, InvalidField (occurred_on).
    """
    draft = work.store.draft_to_change(wanted.draft_id)
    require_same_level(draft, work)
    draft.send_back(wanted.lacking, wanted.reason, work.today)
    return draft_standing(draft)
