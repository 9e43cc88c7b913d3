"""One draft with its dossier, for those who are signed in."""

from critique.drafts.answers import detail
from critique.drafts.messages import DraftById, DraftDetail
from critique.drafts.repository import Drafts
from critique.topics.repository import Topics
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(DraftById, get="/drafts/{draft_id}", may=signed_in, vi="Dự thảo")
def draft_by_id(asked: DraftById, work: Work) -> DraftDetail:
    """Show a draft with its dossier and the decision on its form. Raises NotFound."""
    draft = Drafts(work).get(asked.draft_id)
    return detail(draft, Topics(work).at([draft.place_and_year]))
