"""Applies received events in order per key, many in one transaction.

A batch is tried as one; where an event of it fails, each is tried in a savepoint of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
from pydantic import ValidationError
from sqlalchemy import ColumnElement, RowMapping, bindparam, literal_column, or_, select, update
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from contracts.errors import Refusal
from shared import audit, reacting
from shared.bus import auditing
from shared.bus.inbox import State
from shared.clock import Clock, system_clock
from shared.crash import crash_point
from shared.database import Database
from shared.service import Service
from shared.tables import inbox

log = structlog.get_logger()

BATCH = 300
INTERVALS = tuple(timedelta(seconds=each) for each in (1, 5, 30, 120, 600, 3600, 21600, 21600, 21600))
PERMANENT = (ValidationError, Refusal)

Apply = Callable[[Service, Session, Envelope, datetime], None]


@dataclass
class Processor:
    """The one that applies what a service's inbox holds."""

    service: Service
    database: Database
    clock: Clock = field(default=system_clock)
    apply: Apply = field(default=reacting.apply)

    def step(self) -> int:
        """Try one batch of events that are due; return how many were tried."""
        now = self.clock()
        with self.database.reading() as session:
            if session.execute(ONE_DUE, {"now": now}).first() is None:
                return 0
        with self.database.transaction() as session:
            rows = session.execute(BATCH_DUE, {"now": now}).mappings().all()
            if not self._apply_together(session, rows, now):
                self._apply_one_by_one(session, rows, now)
            crash_point("processor.before_commit")
        crash_point("processor.committed")
        return len(rows)

    def next_attempt(self) -> datetime | None:
        """The instant at which the next failed event is due."""
        with self.database.reading() as session:
            waiting = select(inbox.c.next_attempt_at).where(inbox.c.state == State.RETRY)
            return session.scalar(waiting.order_by(inbox.c.next_attempt_at).limit(1))

    def _apply_together(self, session: Session, rows: Sequence[RowMapping], now: datetime) -> bool:
        """The usual case: nothing fails, and one savepoint serves all."""
        try:
            with session.begin_nested():
                audit.append(session, *[self._apply(session, row, now) for row in rows])
                _mark(session, [row["seq"] for row in rows], **_done(now))
        except Exception as error:  # noqa: BLE001 - whatever a reaction raises is its own event's matter
            log.info("batch not applied together", cause=type(error).__name__)
            return False
        return True

    def _apply_one_by_one(self, session: Session, rows: Sequence[RowMapping], now: datetime) -> None:
        stopped: set[str] = set()
        for row in rows:
            if row["key"] not in stopped and not self._try(session, row, now):
                stopped.add(row["key"])

    def _try(self, session: Session, row: RowMapping, now: datetime) -> bool:
        try:
            with session.begin_nested():
                audit.append(session, self._apply(session, row, now))
                _mark(session, [row["seq"]], **_done(now))
        except Exception as error:
            log.exception("event not applied", event_type=row["type"], seq=row["seq"])
            setback = _setback(row["attempts"] + 1, error, now)
            _mark(session, [row["seq"]], **setback)
            audit.append(session, auditing.not_applied(row, setback, now))
            return False
        return True

    def _apply(self, session: Session, row: RowMapping, now: datetime) -> audit.Entry:
        envelope = Envelope.decode(row["envelope"])
        with structlog.contextvars.bound_contextvars(
            correlation_id=envelope.correlationid, event=envelope.id
        ):
            crash_point("processor.in_handler")
            self.apply(self.service, session, envelope, now)
            crash_point("processor.before_mark")
        return auditing.applied(row, envelope, now)


def _is(*states: State) -> ColumnElement[bool]:
    """Compare with states written into the statement: with parameters no partial index would serve."""
    return inbox.c.state.in_([literal_column(f"'{state}'") for state in states])


NOW = bindparam("now", type_=inbox.c.next_attempt_at.type)
STOPPED = select(inbox.c.key).where(
    _is(State.RETRY, State.PARKED), or_(_is(State.PARKED), inbox.c.next_attempt_at > NOW)
)
# What may be applied now: nothing whose key has an earlier event parked or waiting. Built once.
DUE = (
    select(inbox.c.seq, inbox.c.key, inbox.c.type, inbox.c.attempts, inbox.c.envelope)
    .where(_is(State.RECEIVED, State.RETRY), inbox.c.key.not_in(STOPPED))
    .order_by(inbox.c.seq)
)
ONE_DUE, BATCH_DUE = DUE.limit(1), DUE.limit(BATCH)


def _done(now: datetime) -> dict[str, Any]:
    return {"state": State.DONE, "applied_at": now, "next_attempt_at": None, "error": None}


def _setback(attempts: int, error: Exception, now: datetime) -> dict[str, Any]:
    """Retry later; park at once what can never succeed, or what has failed often enough."""
    cause = f"{type(error).__name__}: {_harmless(error)}".replace("\0", "")  # PostgreSQL keeps no NUL
    if isinstance(error, PERMANENT) or attempts > len(INTERVALS):
        return {"state": State.PARKED, "attempts": attempts, "error": cause, "next_attempt_at": None}
    due = now + INTERVALS[attempts - 1]
    return {"state": State.RETRY, "attempts": attempts, "error": cause, "next_attempt_at": due}


def _harmless(error: Exception) -> str:
    """What may be kept of an error: a refusal's slug or a field's rule, never a value."""
    if isinstance(error, Refusal):
        return error.slug
    if isinstance(error, ValidationError):
        return ", ".join(f"{each['loc']} {each['type']}" for each in error.errors(include_input=False))
    return ""


def _mark(session: Session, seqs: Sequence[int], **values: Any) -> None:
    session.execute(update(inbox).where(inbox.c.seq.in_(seqs)).values(**values))
