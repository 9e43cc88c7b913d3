"""Applies received events in order per key, many in one transaction.

A group is tried as one; where an event of it fails, each is tried in a savepoint of its own. Where the group
takes too long, or where its process ended, each is tried in a transaction of its own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

import structlog
from pydantic import ValidationError
from sqlalchemy import RowMapping, Select, bindparam, or_, select, update
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from contracts.errors import Refusal
from shared import audit, reacting
from shared.bus import auditing, begun
from shared.bus.inbox import OPEN, STOPPED, State, stands
from shared.bus.time_limit import REACTION_SECONDS, Limit, TimeLimitExceeded, ran_out, without_limit
from shared.clock import Clock, system_clock
from shared.crash import crash_point
from shared.database import Database
from shared.repeating import Turn, is_conflict
from shared.service import Service
from shared.tables import inbox

log = structlog.get_logger()

BATCH = 300
INTERVALS = tuple(timedelta(seconds=each) for each in (1, 5, 30, 120, 600, 3600, 21600, 21600, 21600))
PERMANENT = (ValidationError, Refusal)
ENDED = "ProcessEnded: tried alone, it ended its process again and again"

Apply = Callable[[Service, Session, Envelope, datetime], None]


@dataclass
class Processor:
    """The one that applies what a service's inbox holds.

    `limit` keeps the time in which an event's reactions must be done: `seconds`, or what one declares.
    """

    service: Service
    database: Database
    clock: Clock = field(default=system_clock)
    apply: Apply = field(default=reacting.apply)
    limit: Limit = field(default=without_limit)
    seconds: float = REACTION_SECONDS
    _alone_up_to: int | None = field(default=None, init=False)
    _proven: bool = field(default=False, init=False)

    def step(self) -> int:
        """Try one group of events that are due; return how many were tried."""
        now = self.clock()
        if self._alone_up_to is None:
            self._alone_up_to = self._judge(now)
        with self.database.reading() as session:
            first = session.scalar(ONE_DUE, {"now": now})
        if first is None:
            return 0
        if first <= self._alone_up_to:
            return self._try_noted(ONE_DUE, now)
        tried = self._try_group(BATCH_DUE, now) if self._proven else self._try_noted(BATCH_DUE, now)
        self._proven = True
        return tried

    def next_attempt(self) -> datetime | None:
        """The instant at which the next failed event is due."""
        with self.database.reading() as session:
            waiting = select(inbox.c.next_attempt_at).where(STOPPED, stands(State.RETRY))
            return session.scalar(waiting.order_by(inbox.c.next_attempt_at).limit(1))

    def _judge(self, now: datetime) -> int:
        """Park what ended former processes; return up to which number events are to be tried alone."""
        with self.database.reading() as session:
            if not begun.is_noted(session):
                return 0
        return self.database.carry_out(lambda session: self._park_guilty(session, now), Turn.ONE)

    def _park_guilty(self, session: Session, now: datetime) -> int:
        guilty, alone_up_to = begun.judge(session)
        for row in session.execute(DUE.where(inbox.c.seq.in_(guilty)), {"now": now}).mappings().all():
            log.error("reaction ends its process", event_type=row["type"], seq=row["seq"])
            self._set_back(session, row, _parked(row["attempts"] + 1, ENDED), now)
        return alone_up_to

    def _try_noted(self, which: Select[Any], now: datetime) -> int:
        """Try a group that is noted before, so that the next process knows what ended this one."""

        def note(session: Session) -> Sequence[int]:
            seqs = session.scalars(which, {"now": now}).all()
            begun.note(session, seqs)
            return seqs

        return self._try_group(which, now, self.database.carry_out(note, Turn.ONE))

    def _try_group(self, which: Select[Any], now: datetime, noted: Sequence[int] | None = None) -> int:
        """Try a group; one that takes too long is tried one by one, and what is alone is set back."""
        rows = list[RowMapping]()

        def act(session: Session) -> None:
            rows[:] = _still(session.execute(which, {"now": now}).mappings(), noted)
            if noted:
                begun.forget(session, noted)
            with self.limit(self._seconds_for(rows)):
                self._apply_all(session, rows, now)
            crash_point("processor.before_commit")

        try:
            self.database.carry_out(act, Turn.ONE)
        except BaseException as error:
            if not ran_out(error):
                raise
            self._take_apart(rows, now)
        crash_point("processor.committed")
        return len(rows)

    def _seconds_for(self, rows: Sequence[RowMapping]) -> float:
        """The longest time that an event of a group may take."""
        wanted = {row["type"] for row in rows} | {"#"}
        declared = (each.seconds for each in self.service.reactions if each.wire_type in wanted)
        return max([self.seconds, *filter(None, declared)])

    def _take_apart(self, rows: Sequence[RowMapping], now: datetime) -> None:
        """Nothing of a group was written: try each alone from now on; one that was alone has failed."""
        log.warning("reaction takes too long", events=len(rows), seq=rows[0]["seq"])
        if len(rows) > 1:
            self._alone_up_to = rows[-1]["seq"]
            return
        [row] = rows
        setback = _setback(row["attempts"] + 1, TimeLimitExceeded(), now)

        def set_back(session: Session) -> None:
            begun.forget(session, [row["seq"]])
            self._set_back(session, row, setback, now)

        self.database.carry_out(set_back, Turn.ONE)

    def _apply_all(self, session: Session, rows: Sequence[RowMapping], now: datetime) -> None:
        if not self._apply_together(session, rows, now):
            self._apply_one_by_one(session, rows, now)

    def _apply_together(self, session: Session, rows: Sequence[RowMapping], now: datetime) -> bool:
        """The usual case: nothing fails, and one savepoint serves all."""
        try:
            with session.begin_nested():
                audit.append(session, *[self._apply(session, row, now) for row in rows])
                _mark(session, [row["seq"] for row in rows], **_done(now))
        except Exception as error:  # whatever a reaction raises is its own event's matter
            if is_conflict(error):
                raise
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
            if is_conflict(error):
                raise
            log.exception("event not applied", event_type=row["type"], seq=row["seq"])
            self._set_back(session, row, _setback(row["attempts"] + 1, error, now), now)
            return False
        return True

    def _set_back(self, session: Session, row: RowMapping, setback: dict[str, Any], now: datetime) -> None:
        _mark(session, [row["seq"]], **setback)
        audit.append(session, auditing.not_applied(row, setback, now))

    def _apply(self, session: Session, row: RowMapping, now: datetime) -> audit.Entry:
        envelope = Envelope.decode(row["envelope"])
        with structlog.contextvars.bound_contextvars(
            correlation_id=envelope.correlationid, event=envelope.id
        ):
            crash_point("processor.in_handler")
            self.apply(self.service, session, envelope, now)
            crash_point("processor.before_mark")
        return auditing.applied(row, envelope, now)


NOW = bindparam("now", type_=inbox.c.next_attempt_at.type)
HOLDING = select(inbox.c.key).where(STOPPED, or_(stands(State.PARKED), inbox.c.next_attempt_at > NOW))
# What may be applied now: nothing whose key has an earlier event parked or waiting. Built once.
DUE = (
    select(inbox.c.seq, inbox.c.key, inbox.c.type, inbox.c.attempts, inbox.c.envelope)
    .where(OPEN, inbox.c.key.not_in(HOLDING))
    .order_by(inbox.c.seq)
)
ONE_DUE, BATCH_DUE = DUE.limit(1), DUE.limit(BATCH)


def _done(now: datetime) -> dict[str, Any]:
    return {"state": State.DONE, "applied_at": now, "next_attempt_at": None, "error": None}


def _still(due: Iterable[RowMapping], noted: Sequence[int] | None) -> Sequence[RowMapping]:
    """What is due, up to the first event that was not due when the group was noted."""
    return list(due) if noted is None else list(takewhile(lambda row: row["seq"] in noted, due))


def _setback(attempts: int, error: BaseException, now: datetime) -> dict[str, Any]:
    """Retry later; park at once what can never succeed, or what has failed often enough."""
    cause = f"{type(error).__name__}: {_harmless(error)}".replace("\0", "")  # PostgreSQL keeps no NUL
    if isinstance(error, PERMANENT) or attempts > len(INTERVALS):
        return _parked(attempts, cause)
    due = now + INTERVALS[attempts - 1]
    return {"state": State.RETRY, "attempts": attempts, "error": cause, "next_attempt_at": due}


def _parked(attempts: int, cause: str) -> dict[str, Any]:
    return {"state": State.PARKED, "attempts": attempts, "error": cause, "next_attempt_at": None}


def _harmless(error: BaseException) -> str:
    """What may be kept of an error: a refusal's slug or a field's rule, never a value."""
    if isinstance(error, Refusal):
        return error.slug
    if isinstance(error, ValidationError):
        return ", ".join(f"{each['loc']} {each['type']}" for each in error.errors(include_input=False))
    return ""


def _mark(session: Session, seqs: Sequence[int], **values: Any) -> None:
    session.execute(update(inbox).where(inbox.c.seq.in_(seqs)).values(**values))
