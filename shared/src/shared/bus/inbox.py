"""Events received and not yet applied: stored first, acknowledged after, each kept once for ever."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, Dialect, String, bindparam, literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.tables import inbox


class State(StrEnum):
    """Where an event stands in the inbox."""

    RECEIVED = "received"
    DONE = "done"
    RETRY = "retry"
    PARKED = "parked"
    DISCARDED = "discarded"


UNREADABLE = "unreadable"
Row = dict[str, Any]


def store(session: Session, bodies: Iterable[bytes], now: datetime) -> None:
    """Insert what arrived; what is here already stays as it is. What cannot be read is parked."""
    dialect, readable, unreadable = session.get_bind().dialect, list[Row](), list[Row]()
    at = _as_driver_takes_it(now, dialect)
    for body in bodies:
        try:
            readable.append(_row(body, at))
        except (ValidationError, RecursionError) as error:
            unreadable.append(_unreadable(body, _cause(error), at))
    for rows, state in ((unreadable, State.PARKED), (readable, State.RECEIVED)):
        if rows:
            _insert(session.connection(), state, rows)


def _row(body: bytes, at: object) -> Row:
    envelope = Envelope.decode(body)
    return {
        "source": envelope.source,
        "event_id": envelope.id,
        "type": envelope.type,
        "key": f"{envelope.source}/{envelope.partitionkey}",
        "envelope": body,
        "at": at,
    }


def _cause(error: ValidationError | RecursionError) -> str:
    """Name what is wrong by its fields; their values may be anything, and stay in the envelope."""
    if isinstance(error, RecursionError):
        return type(error).__name__
    fields = {str(place) for fault in error.errors(include_input=False) for place in fault["loc"][:1]}
    return ", ".join(sorted(fields)) or "no JSON object"


def _unreadable(body: bytes, cause: str, at: object) -> Row:
    digest = hashlib.sha256(body).hexdigest()
    return {
        "source": UNREADABLE,
        "event_id": digest,
        "type": UNREADABLE,
        "key": f"{UNREADABLE}/{digest}",
        "error": f"{UNREADABLE}: {cause}",
        "envelope": body,
        "at": at,
    }


def _insert(connection: Connection, state: State, rows: list[Row]) -> None:
    """SQLite's driver takes rows as they are; for PostgreSQL SQLAlchemy makes few statements of many rows."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_sqlite_text(state, tuple(rows[0])), rows)
    else:
        connection.execute(postgresql.insert(inbox).values(_same(state)).on_conflict_do_nothing(), rows)


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
