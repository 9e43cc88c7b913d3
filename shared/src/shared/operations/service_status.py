"""How the service's outbox and inbox stand: read from what is open, never from all that ever came.

Each question is written so that a partial index answers it; a test reads the databases' plans.
"""

from datetime import datetime
from statistics import median
from typing import Any

from sqlalchemy import Select, func, literal_column, select
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.authority import Guard
from shared.bus.inbox import OPEN, STOPPED, State, stands
from shared.bus.place import place_in
from shared.bus.topology import lease_of
from shared.counting import rows_of_inbox
from shared.operations.journal_verbs import standing_of
from shared.operations.messages import FailingEvent, RefusedKey, ServiceStatus, StatusAnswer
from shared.service import QueryHandler, query
from shared.tables import audit, audit_blocks, inbox, leases, outbox, refused_keys, unread_calls
from shared.work import Work

NEWEST = 100
MOST = 20
COUNT = func.count().label("count")
UNPUBLISHED = outbox.c.published_at.is_(None)
REFUSED = select(refused_keys).order_by(refused_keys.c.since).limit(MOST)
FAILING = (
    select(
        *(inbox.c.seq, inbox.c.type, inbox.c.error.label("cause"), inbox.c.attempts, inbox.c.next_attempt_at)
    )
    .where(STOPPED, stands(State.RETRY))
    .order_by(inbox.c.next_attempt_at)
    .limit(MOST)
)
IN_OUTBOX = select(COUNT).select_from(outbox).where(UNPUBLISHED)
IN_INBOX = select(COUNT).select_from(inbox).where(OPEN)
OLDEST_OUT = select(outbox.c.created_at).where(UNPUBLISHED).order_by(outbox.c.seq).limit(1)
OLDEST_IN = select(inbox.c.received_at).where(OPEN).order_by(inbox.c.seq).limit(1)
RETRYING = select(COUNT).select_from(inbox).where(STOPPED, stands(State.RETRY))
PARKED = select(COUNT).select_from(inbox).where(STOPPED, stands(State.PARKED))
DISCARDED = select(COUNT).select_from(inbox).where(inbox.c.state == literal_column(f"'{State.DISCARDED}'"))
HELD = (
    select(COUNT)
    .select_from(inbox)
    .where(OPEN, stands(State.RECEIVED), inbox.c.key.in_(select(inbox.c.key).where(STOPPED)))
)
# What was applied of late: older events have no bytes any more that would say when they were recorded.
APPLIED = (
    select(inbox.c.envelope, inbox.c.applied_at)
    .where(inbox.c.envelope.is_not(None), inbox.c.state == literal_column(f"'{State.DONE}'"))
    .order_by(inbox.c.applied_at.desc())
    .limit(NEWEST)
)
LAST_BLOCK = (
    select(audit_blocks.c.last, audit_blocks.c.entries).order_by(audit_blocks.c.number.desc()).limit(1)
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
    waiting, parked = _count(session, IN_INBOX), _count(session, PARKED)
    return StatusAnswer(
        service=service,
        outbox_waiting=_count(session, IN_OUTBOX),
        outbox_oldest_seconds=_age(session, OLDEST_OUT, now),
        relay_works=_relay_works(session, service, now),
        inbox_waiting=waiting,
        inbox_oldest_seconds=_age(session, OLDEST_IN, now),
        retrying=_count(session, RETRYING),
        parked=parked,
        held=_count(session, HELD),
        unread_calls=_count(session, select(COUNT).select_from(unread_calls)),
        applied=rows_of_inbox(session) - waiting - parked - _count(session, DISCARDED),
        lag_milliseconds=_lag(session),
        journal=standing_of(service, place_in(session)),
        refused=[RefusedKey(**row) for row in session.execute(REFUSED).mappings()],
        failing=[FailingEvent(**row) for row in session.execute(FAILING).mappings()],
        audit_entries=_audit_entries(session),
    )


def _lag(session: Session) -> int | None:
    """How long events take at present. Skewed clocks of two agencies can make it negative."""
    newest = session.execute(APPLIED).all()
    if not newest:
        return None
    seconds: list[float] = [(at - Envelope.decode(body).time).total_seconds() for body, at in newest]
    return round(median(seconds) * 1000)


def _relay_works(session: Session, service: str, now: datetime) -> bool:
    until = session.scalar(select(leases.c.until).where(leases.c.name == lease_of(service)))
    return until is not None and until > now


def _audit_entries(session: Session) -> int:
    """What the newest block of the chain says, and what came since."""
    block = session.execute(LAST_BLOCK).first()
    last, entries = (block.last, block.entries) if block else (0, 0)
    return int(entries) + _count(session, select(COUNT).select_from(audit).where(audit.c.seq > last))


def _count(session: Session, question: Select[int]) -> int:
    return int(session.scalar(question) or 0)


def _age(session: Session, oldest: Select[Any], now: datetime) -> int | None:
    since = session.scalar(oldest)
    return None if since is None else int((now - since).total_seconds())
