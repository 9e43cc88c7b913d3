"""The list of drafts, open to everyone."""

from critique.drafts.answers import planned_topic, row
from critique.drafts.messages import DraftList, DraftPage
from critique.drafts.repository import Drafts
from critique.topics.repository import Topics
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(DraftList, get="/drafts", may=anyone, vi="Danh sách dự thảo")
def draft_list(asked: DraftList, work: Work) -> DraftPage:
    """List drafts, the oldest first, with where each stands and what is supervised beside it.

    `unit` means that unit and all below it, as they were on the day of receipt.
    """
    found, after = Drafts(work).page(asked)
    beside = Topics(work).at(draft.place_and_year for draft in found)
    of_year = Topics(work).of_year(asked.year, asked.unit) if asked.year else []
    return DraftPage(
        items=[row(draft, beside) for draft in found],
        next_cursor=after,
        topics_of_year=[planned_topic(topic) for topic in of_year],
    )
