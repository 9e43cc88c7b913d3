"""Drafts: registered with their dossier, critiqued in a decided form, promulgated."""

from contracts.critique.drafts import DossierCompleted, DraftPromulgated, DraftRegistered, FormDecided
from critique.drafts.commands.complete_dossier import complete_dossier
from critique.drafts.commands.decide_form import decide_form
from critique.drafts.commands.promulgate_draft import promulgate_draft
from critique.drafts.commands.register_draft import register_draft
from critique.drafts.commands.return_draft import return_draft
from critique.drafts.domain.draft import Draft
from critique.drafts.domain.lifecycle import LIFECYCLE
from critique.drafts.queries.draft_by_id import draft_by_id
from critique.drafts.queries.draft_list import draft_list
from shared.service import Feature, Subject

drafts = Feature(
    commands=[register_draft, complete_dossier, return_draft, decide_form, promulgate_draft],
    queries=[draft_list, draft_by_id],
    events=[DraftRegistered, DossierCompleted, FormDecided, DraftPromulgated],
    subjects=[Subject("drf", Draft, LIFECYCLE)],
)
