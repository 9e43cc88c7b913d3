"""The parked events, by cause and one by one."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from contracts.envelope import Envelope
from shared.authority import Guard
from shared.bus.inbox import UNREADABLE, State
from shared.operations.messages import (
    ParkedCause,
    ParkedDetails,
    ParkedEvent,
    ParkedEvents,
    ParkedPage,
)
from shared.operations.stored import event_of
from shared.service import QueryHandler, query
from shared.tables import inbox
from shared.work import Work


def parked_events(may: Guard) -> QueryHandler[ParkedEvents, Any, ParkedPage]:
    """Declare the query for one agency's operators."""

    @query(ParkedEvents, get="/parked", may=may)
    def act(asked: ParkedEvents, work: Work[Any]) -> ParkedPage:
        """Group the parked events by type and cause, the most frequent first."""
        grouped = (
            select(inbox.c.type, inbox.c.error, func.count(), func.min(inbox.c.seq))
            .where(inbox.c.state == State.PARKED)
            .group_by(inbox.c.type, inbox.c.error)
            .order_by(func.count().desc())
            .limit(asked.limit)
        )
        rows = work.session.execute(grouped).all()
        return ParkedPage(items=[_cause(work, *row) for row in rows])

    return act


def _cause(work: Work[Any], wire_type: str, cause: str | None, count: int, first: int) -> ParkedCause:
    behind = aliased(inbox)
    same_cause = (inbox.c.type == wire_type) & (inbox.c.error == cause) & (inbox.c.state == State.PARKED)
    held = select(func.count()).select_from(behind)
    held = held.where(
        behind.c.state == State.RECEIVED, behind.c.key.in_(select(inbox.c.key).where(same_cause))
    )
    return ParkedCause(
        type=wire_type, cause=cause or "", count=count, first_seq=first, held=work.session.scalar(held) or 0
    )


def parked_event(may: Guard) -> QueryHandler[ParkedEvent, Any, ParkedDetails]:
    """Declare the query for one agency's operators."""

    @query(ParkedEvent, get="/parked/{seq}", may=may)
    def act(asked: ParkedEvent, work: Work[Any]) -> ParkedDetails:
        """Show one event of the inbox, whole. Raises NotFound."""
        row = event_of(work.session, asked.seq)
        readable = row["source"] != UNREADABLE
        return ParkedDetails(
            **{name: row[name] for name in ("seq", "event_id", "source", "type", "key", "state", "attempts")},
            cause=row["error"],
            received_at=row["received_at"],
            next_attempt_at=row["next_attempt_at"],
            envelope=Envelope.decode(row["envelope"]).model_dump(mode="json") if readable else None,
            bytes=len(row["envelope"]),
        )

    return act
