"""Drafts: their list is open to everyone, their dossier to those who are signed in."""

from contracts.critique.queries import DraftById, DraftDetail, DraftList, DraftPage
from critique.queries.views import conditions, decided_form, draft_row, planned_topic, promulgation
from critique.store.store import CritiqueStore
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work


@query(DraftList, get="/drafts", may=anyone)
def draft_list(asked: DraftList, work: Work[CritiqueStore]) -> DraftPage:
    """List drafts, the oldest first, with where each stands and what is supervised beside it.

    `unit_code` means that unit and all below it, as they were on the day of receipt.
    """
    found, after = work.store.drafts(asked)
    beside = work.store.topics_beside(found)
    of_year = work.store.topics(asked.year, asked.unit_code) if asked.year else []
    return DraftPage(
        items=[draft_row(draft, beside) for draft in found],
        next_cursor=after,
        topics_of_year=[planned_topic(topic) for topic in of_year],
    )


@query(DraftById, get="/drafts/{draft_id}", may=signed_in)
def draft_by_id(asked: DraftById, work: Work[CritiqueStore]) -> DraftDetail:
    """Show a draft with its dossier and the decision on its form. Raises NotFound."""
    draft = work.store.draft(asked.draft_id)
    row = draft_row(draft, work.store.topics_beside([draft]))
    return DraftDetail(
        **dict(row),
        conditions=conditions(draft),
        return_reason=draft.return_reason,
        decision=decided_form(draft.decision) if draft.decision else None,
        promulgation=promulgation(work.store.promulgation(draft.id)),
    )
