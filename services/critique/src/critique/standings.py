"""Where a draft stands, as several commands answer it."""

from contracts.critique.commands import DraftStanding
from critique.domain.draft import Draft


def draft_standing(draft: Draft) -> DraftStanding:
    """Return a draft's state and what its dossier lacks."""
    return DraftStanding(
        draft_id=draft.id,
        state=draft.state,
        dossier_complete=draft.dossier_complete,
        missing=draft.missing,
    )
