"""Events received and not yet applied: stored first, acknowledged after, each kept once for ever."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Insert
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
        return _unreadable(arrival.body, _cause(error), now)
    return {
        "source": envelope.source,
        "event_id": envelope.id,
        "type": envelope.type,
        "key": f"{envelope.source}/{envelope.partitionkey}",
        "state": State.RECEIVED,
        "attempts": 0,
        "error": None,
        "envelope": arrival.body,
        "received_at": now,
    }


def _cause(error: ValidationError | RecursionError) -> str:
    """Name what is wrong by its fields; their values may be anything, and stay in the envelope."""
    if isinstance(error, RecursionError):
        return type(error).__name__
    fields = {str(place) for fault in error.errors(include_input=False) for place in fault["loc"][:1]}
    return ", ".join(sorted(fields)) or "no JSON object"


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
