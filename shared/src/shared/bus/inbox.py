"""Events received and not yet applied: stored first, acknowledged after, each kept once for ever."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Dialect, Insert, String, bindparam, literal_column
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


@dataclass(frozen=True)
class Arrival:
    """What came from the broker: the bytes, and the user whom the broker vouches for."""

    body: bytes
    user_id: str | None = None


def store(session: Session, arrivals: Iterable[Arrival], now: datetime) -> None:
    """Insert what arrived; what is here already stays as it is. What cannot be read is parked."""
    dialect, readable, unreadable = session.get_bind().dialect, list[Row](), list[Row]()
    at = _as_driver_takes_it(now, dialect)
    for arrival in arrivals:
        try:
            readable.append(_row(arrival, at))
        except (ValidationError, RecursionError) as error:
            unreadable.append(_unreadable(arrival.body, _cause(error), at))
    for rows, state in ((unreadable, State.PARKED), (readable, State.RECEIVED)):
        if rows:
            session.execute(_insert_or_ignore(dialect.name, state), rows)


def _row(arrival: Arrival, at: object) -> Row:
    envelope = Envelope.decode(arrival.body)
    return {
        "source": envelope.source,
        "event_id": envelope.id,
        "type": envelope.type,
        "key": f"{envelope.source}/{envelope.partitionkey}",
        "envelope": arrival.body,
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


@cache
def _insert_or_ignore(dialect: str, state: State) -> Insert:
    """Built once; what is the same for all rows is not bound, or not converted, again for each."""
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    same = {
        "state": literal_column(f"'{state}'"),
        "attempts": literal_column("0"),
        "received_at": bindparam("at", type_=String),
    }
    return insert(inbox).values(same).on_conflict_do_nothing(index_elements=["source", "event_id"])


def _as_driver_takes_it(now: datetime, dialect: Dialect) -> object:
    bind = inbox.c.received_at.type.bind_processor(dialect)
    return bind(now) if bind else now
