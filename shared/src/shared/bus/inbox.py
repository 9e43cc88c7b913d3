"""Events received and not yet applied: stored first, acknowledged after, each kept once for ever."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, String, bindparam, literal_column
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.bus.trust import Delivery, Mistrusted, Trust
from shared.tables import inbox


class State(StrEnum):
    """Where an event stands in the inbox."""

    RECEIVED = "received"
    DONE = "done"
    RETRY = "retry"
    PARKED = "parked"
    DISCARDED = "discarded"


Row = dict[str, Any]


def stands(*states: State) -> ColumnElement[bool]:
    """Compare with states written into the statement: with parameters no partial index would serve."""
    return inbox.c.state.in_([literal_column(f"'{state}'") for state in states])


# What is still to be done, and what keeps the later events of its key waiting: each has a partial index.
OPEN, STOPPED = stands(State.RECEIVED, State.RETRY), stands(State.RETRY, State.PARKED)


def store(session: Session, deliveries: Iterable[Delivery], trust: Trust, now: datetime) -> None:
    """Insert what arrived; what is here already stays as it is. What cannot be believed is parked."""
    dialect, events, others = session.get_bind().dialect, list[Row](), list[Row]()
    at = _as_driver_takes_it(now, dialect)
    for delivery in deliveries:
        match trust.verified(delivery):
            case Envelope() as envelope:
                events.append(_event(envelope, delivery, at))
            case mistrusted:
                others.append(_no_event(mistrusted, delivery, at))
    for rows, state in ((others, State.PARKED), (events, State.RECEIVED)):
        if rows:
            _insert(session.connection(), state, rows)


def _event(envelope: Envelope, delivery: Delivery, at: object) -> Row:
    return {
        "source": envelope.source,
        "event_id": envelope.id,
        "type": envelope.type,
        "key": f"{envelope.source}/{envelope.partitionkey}",
        "envelope": delivery.body,
        "proof": delivery.proof,
        "at": at,
    }


def _no_event(mistrusted: Mistrusted, delivery: Delivery, at: object) -> Row:
    """Keep it under a key of its own: it must hold nobody's later events, and take nobody's id."""
    digest = hashlib.sha256(delivery.body).hexdigest()
    return {
        "source": mistrusted.kind,
        "event_id": digest,
        "type": mistrusted.kind,
        "key": f"{mistrusted.kind}/{digest}",
        "error": f"{mistrusted.kind}: {mistrusted.cause}",
        "envelope": delivery.body,
        "proof": delivery.proof,
        "at": at,
    }


def _insert(connection: Connection, state: State, rows: list[Row]) -> None:
    """SQLite's driver takes rows as they are; for PostgreSQL SQLAlchemy makes few statements of many rows."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_sqlite_text(state, tuple(rows[0])), rows)
    else:
        from sqlalchemy.dialects.postgresql import insert  # 3 MB that a host on SQLite can spare

        connection.execute(insert(inbox).values(_same(state)).on_conflict_do_nothing(), rows)


@cache
def _sqlite_text(state: State, names: tuple[str, ...]) -> str:
    statement = sqlite.insert(inbox).values(_same(state)).on_conflict_do_nothing()
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="named"), column_keys=names))


def _same(state: State) -> dict[str, ColumnElement[Any]]:
    """What is the same for all rows, and so neither bound nor converted again for each."""
    return {
        "state": literal_column(f"'{state}'"),
        "attempts": literal_column("0"),
        "received_at": bindparam("at", type_=String),
    }


def _as_driver_takes_it(now: datetime, dialect: Dialect) -> object:
    bind = inbox.c.received_at.type.bind_processor(dialect)
    return bind(now) if bind else now
