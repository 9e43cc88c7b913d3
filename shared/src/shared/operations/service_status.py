"""How the service's outbox and inbox stand."""

from datetime import datetime
from statistics import median
from typing import Any

from sqlalchemy import ColumnElement, Table, func, literal_column, select
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.authority import Guard
from shared.bus.inbox import State
from shared.bus.place import place_in
from shared.operations.journal_verbs import standing_of
from shared.operations.messages import FailingEvent, RefusedKey, ServiceStatus, StatusAnswer
from shared.service import QueryHandler, query
from shared.tables import audit, inbox, outbox, refused_keys, unread_calls
from shared.work import Work

NEWEST = 100
MOST = 20
REFUSED = select(refused_keys).order_by(refused_keys.c.since).limit(MOST)
FAILING = (
    select(
        *(inbox.c.seq, inbox.c.type, inbox.c.error.label("cause"), inbox.c.attempts, inbox.c.next_attempt_at)
    )
    .where(inbox.c.state == literal_column(f"'{State.RETRY}'"))
    .order_by(inbox.c.next_attempt_at)
    .limit(MOST)
)


def service_status(may: Guard) -> QueryHandler[ServiceStatus, StatusAnswer]:
    """Declare the query for one agency's operators."""

    @query(ServiceStatus, get="/status", may=may, vi="Tình trạng dịch vụ")
    def act(_asked: ServiceStatus, work: Work) -> StatusAnswer:
        """Count what waits, what is parked and what was applied."""
        return status_of(work.session, work.service, work.now)

    return act


def status_of(session: Session, service: str, now: datetime) -> StatusAnswer:
    """Count what waits, what is parked and what was applied."""
    unpublished = outbox.c.published_at.is_(None)
    waiting = inbox.c.state.in_((State.RECEIVED, State.RETRY))
    stopped = select(inbox.c.key).where(inbox.c.state.in_((State.RETRY, State.PARKED)))
    return StatusAnswer(
        service=service,
        outbox_waiting=_count(session, outbox, unpublished),
        outbox_oldest_seconds=_age(session, outbox.c.created_at, unpublished, now),
        inbox_waiting=_count(session, inbox, waiting),
        inbox_oldest_seconds=_age(session, inbox.c.received_at, waiting, now),
        retrying=_count(session, inbox, inbox.c.state == State.RETRY),
        parked=_count(session, inbox, inbox.c.state == State.PARKED),
        held=_count(session, inbox, (inbox.c.state == State.RECEIVED) & inbox.c.key.in_(stopped)),
        unread_calls=session.scalar(select(func.count()).select_from(unread_calls)) or 0,
        applied=_count(session, inbox, inbox.c.state == State.DONE),
        lag_milliseconds=_lag(session),
        journal=standing_of(service, place_in(session)),
        refused=[RefusedKey(**row) for row in session.execute(REFUSED).mappings()],
        failing=[FailingEvent(**row) for row in session.execute(FAILING).mappings()],
        audit_entries=session.scalar(select(func.count()).select_from(audit)) or 0,
    )


def _lag(session: Session) -> int | None:
    """How long events take at present. Skewed clocks of two agencies can make it negative."""
    applied = select(inbox.c.envelope, inbox.c.applied_at).where(inbox.c.state == State.DONE)
    newest = session.execute(applied.order_by(inbox.c.seq.desc()).limit(NEWEST)).all()
    if not newest:
        return None
    seconds: list[float] = [(at - Envelope.decode(body).time).total_seconds() for body, at in newest]
    return round(median(seconds) * 1000)


def _count(session: Session, table: Table, which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(table).where(which)) or 0


def _age(session: Session, column: Any, which: ColumnElement[bool], now: datetime) -> int | None:
    oldest = session.scalar(select(func.min(column)).where(which))
    if oldest is None:
        return None
    return int((now - oldest).total_seconds())
