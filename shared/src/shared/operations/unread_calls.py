"""Calls that nobody could read or answer."""

from typing import Any

from sqlalchemy import RowMapping, select

from shared.authority import Guard
from shared.operations.messages import UnreadCall, UnreadCallList, UnreadCallPage
from shared.service import QueryHandler, query
from shared.tables import unread_calls
from shared.work import Work


def unread_call_list(may: Guard) -> QueryHandler[UnreadCallList, UnreadCallPage]:
    """Declare the query for one agency's operators; as the bytes may name persons, readings are audited."""

    @query(UnreadCallList, get="/unread-calls", may=may, vi="Các yêu cầu không đọc được", personal=True)
    def act(asked: UnreadCallList, work: Work) -> UnreadCallPage:
        """List them, the newest first. They were acknowledged and not carried out."""
        newest = select(unread_calls).order_by(unread_calls.c.last_at.desc()).limit(asked.limit)
        return UnreadCallPage(items=[_shown(row) for row in work.session.execute(newest).mappings()])

    return act


def _shown(row: RowMapping) -> UnreadCall:
    told: dict[str, Any] = {
        name: row[name] for name in ("cause", "routing_key", "times", "first_at", "last_at")
    }
    return UnreadCall(**told, bytes=row["size"], beginning=row["head"].decode("utf-8", "replace"))
