"""Events received and not yet applied: stored first, acknowledged after, each kept once for ever."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Insert, String
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
LENGTHS = {column.name: column.type.length or 0 for column in inbox.c if isinstance(column.type, String)}


@dataclass(frozen=True)
class Arrival:
    """What came from the broker: the bytes, and the user whom the broker vouches for."""

    body: bytes
    user_id: str | None = None


def store(session: Session, arrivals: Iterable[Arrival], now: datetime) -> None:
    """Insert what arrived; what is here already stays as it is. What cannot be read is parked."""
    rows = [_row(arrival, now) for arrival in arrivals]
    if rows:
        session.execute(_insert_or_ignore(session), rows)


def _row(arrival: Arrival, now: datetime) -> dict[str, Any]:
    try:
        envelope = Envelope.decode(arrival.body)
    except (ValidationError, RecursionError) as error:
        return _unreadable(arrival.body, type(error).__name__, now)
    names = {
        "source": envelope.source,
        "event_id": envelope.id,
        "type": envelope.type,
        "key": f"{envelope.source}/{envelope.partitionkey}",
    }
    if unfit := [name for name, value in names.items() if not _fits(name, value)]:
        return _unreadable(arrival.body, f"{', '.join(unfit)} too long or with a NUL", now)
    return {
        **names,
        "state": State.RECEIVED,
        "attempts": 0,
        "error": None,
        "envelope": arrival.body,
        "received_at": now,
    }


def _fits(name: str, value: str) -> bool:
    """Whether every database takes it: one event that PostgreSQL refuses would stop all behind it."""
    return len(value) <= LENGTHS[name] and "\0" not in value


def _unreadable(body: bytes, cause: str, now: datetime) -> dict[str, Any]:
    digest = hashlib.sha256(body).hexdigest()
    return {
        "source": UNREADABLE,
        "event_id": digest,
        "type": UNREADABLE,
        "key": f"{UNREADABLE}/{digest}",
        "state": State.PARKED,
        "attempts": 0,
        "error": f"{UNREADABLE}: {cause}",
        "envelope": body,
        "received_at": now,
    }


def _insert_or_ignore(session: Session) -> Insert:
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(inbox).on_conflict_do_nothing(index_elements=["source", "event_id"])
    return postgresql.insert(inbox).on_conflict_do_nothing(index_elements=["source", "event_id"])
