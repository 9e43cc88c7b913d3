"""The drafts of one unit of work."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select

from contracts.names import Name
from critique.drafts.domain.draft import Draft
from critique.drafts.messages import DraftList
from critique.drafts.tables import drafts
from shared.store import Listed, PageOf, Repository

OF = drafts.c
BY = Listed(path=OF.path, day=OF.received_on, state=OF.state, text=OF.search)


class Drafts(Repository):
    """Keeps and finds drafts."""

    def get(self, draft_id: str) -> Draft:
        """Return a draft. Raises NotFound."""
        return self._get(Draft, draft_id, Name("dự thảo", "draft"))

    def page(self, asked: DraftList) -> PageOf[Draft]:
        """Return a page of drafts in the order of their registration."""
        wanted = select(Draft)
        if asked.drafting_body:
            wanted = wanted.where(OF.drafting_body == asked.drafting_body)
        if asked.kind:
            wanted = wanted.where(OF.kind == asked.kind)
        if asked.overdue_as_of:
            wanted = wanted.where(_unanswered(asked.overdue_as_of))
        return self._list(Draft, drafts, asked, BY, wanted)


def _unanswered(as_of: date) -> ColumnElement[bool]:
    """An opinion was due to be answered before a day and was not by then."""
    return and_(OF.answer_due_on < as_of, or_(OF.answered_on.is_(None), OF.answered_on > as_of))
