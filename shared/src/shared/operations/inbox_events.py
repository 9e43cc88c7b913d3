"""Events of the inbox, by id or by state."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, select

from shared.authority import Guard
from shared.operations.messages import InboxEvents, InboxPage
from shared.operations.stored import COLUMNS, shown
from shared.service import QueryHandler, query
from shared.tables import inbox
from shared.work import Work


def inbox_events(may: Guard) -> QueryHandler[InboxEvents, InboxPage]:
    """Declare the query for one agency's operators."""

    @query(InboxEvents, get="/inbox", may=may, vi="Sự kiện đã nhận")
    def act(asked: InboxEvents, work: Work) -> InboxPage:
        """List events in the order in which they arrived, without what they say."""
        found = select(*COLUMNS).where(*_wanted(asked)).order_by(inbox.c.seq).limit(asked.limit + 1)
        items = [shown(row) for row in work.session.execute(found).mappings()]
        more = len(items) > asked.limit
        return InboxPage(
            items=items[: asked.limit], next_cursor=str(items[asked.limit - 1].seq) if more else None
        )

    return act


def _wanted(asked: InboxEvents) -> Iterator[ColumnElement[bool]]:
    if asked.cursor is not None:
        yield inbox.c.seq > int(asked.cursor)
    if asked.source is not None:
        yield inbox.c.source.in_(asked.source)
    if asked.event_id is not None:
        yield inbox.c.event_id.in_(asked.event_id)
    if asked.state is not None:
        yield inbox.c.state == asked.state
