"""A service's own events that the journal has and its outbox has not.

An event and the facts that it tells are written in one transaction. So a database that lacks the event lacks
the facts too: it was restored from a backup, and what was done since then is known to everybody but itself.
The events can be taken back, as told; the facts cannot. Until an operator has decided, nothing may be done:
numbers would be given twice, and whoever repeats a lost act would see it counted twice elsewhere.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.audit_heads import NAME as AUDIT_HEAD
from shared.bus.journal import Found
from shared.bus.numbering import number
from shared.bus.topology import exchange_of
from shared.bus.trust import Trust
from shared.tables import outbox

SEEN = update(outbox).where(outbox.c.event_id == bindparam("seen")).values(journal_offset=bindparam("at"))


def take_back(session: Session, service: str, found: Sequence[Found], trust: Trust, now: datetime) -> int:
    """Write into the outbox, as published, what it lacks of a service's own events; return how many acts.

    A head of the audit is no act: a relay tells it by itself, of an old database too.
    """
    own = [each for each in found if each.delivery.exchange == exchange_of(service)]
    known = _known(session, {each.message_id or "" for each in own})
    unseen = {event_id for event_id, offset in known.items() if offset is None}
    _note(session, {each.message_id: each.offset for each in own if each.message_id in unseen})
    told = {
        event.id: _row(event, each, now)
        for each in own
        if each.message_id not in known and isinstance(event := trust.verified(each.delivery), Envelope)
    }
    lacking = told.keys() - _known(session, told.keys()).keys()
    if lacking:
        number(session.connection(), [row for event_id, row in told.items() if event_id in lacking])
    return sum(not told[event_id]["type"].endswith(f".{AUDIT_HEAD}") for event_id in lacking)


def _known(session: Session, ids: Collection[str]) -> dict[str, int | None]:
    """Return those ids that the outbox has, with the offset at which the journal was seen to have them."""
    if not ids:
        return {}
    found = select(outbox.c.event_id, outbox.c.journal_offset).where(outbox.c.event_id.in_(list(ids)))
    return {row.event_id: row.journal_offset for row in session.execute(found)}


def _note(session: Session, seen: Mapping[str | None, int]) -> None:
    """Keep where the journal has events: from then on the outbox need not keep their bytes for ever."""
    if seen:
        rows = [{"seen": event_id, "at": offset} for event_id, offset in seen.items()]
        session.connection().execute(SEEN, rows)


def _row(event: Envelope, found: Found, now: datetime) -> dict[str, Any]:
    return {
        "event_id": event.id,
        "type": event.type,
        "key": event.partitionkey,
        "envelope": found.delivery.body,
        "created_at": event.time,
        "published_at": now,
        "journal_offset": found.offset,
        "taken_back": True,
    }
