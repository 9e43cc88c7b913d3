"""What an event that arrived leaves in the audit: that it was applied, or why not yet, or not at all."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from contracts.envelope import Envelope
from shared.audit import Entry

EVENT = "event"


def applied(row: RowMapping, envelope: Envelope, now: datetime) -> Entry:
    """Say that every reaction to an event was carried out."""
    return Entry(
        at=now,
        user=EVENT,
        body=envelope.agency,
        act=envelope.type,
        outcome="done",
        correlation=envelope.correlationid,
        digest=hashlib.sha256(row["envelope"]).hexdigest(),
        objects=(envelope.id, envelope.subject),
        day=envelope.occurredon,
        synthetic=envelope.synthetic is True,
    )


def not_applied(row: RowMapping, setback: Mapping[str, Any], now: datetime) -> Entry:
    """Say that an event was set back; it may be unreadable, so that only its place in the inbox is known."""
    return Entry(
        at=now,
        user=EVENT,
        body="",
        act=row["type"],
        outcome=str(setback["state"]),
        correlation="",
        digest=hashlib.sha256(row["envelope"]).hexdigest(),
        objects=(str(row["seq"]), row["key"]),
        reason=setback["error"],
    )
