"""Running what is declared with `@timer`: once in each hour, day or month of Vietnam, and never twice.

That a period is done is a row of `timer_runs`, written in the transaction of the act itself. So a second
host, a restart at the tick and a clock that jumps find it done; an act that fails leaves no row and is tried
again, at growing intervals. A period that passed while no host ran is not made up for: an act finds in the
database whatever is due by now.
"""

from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

import structlog
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from shared import audit
from shared.bus.lease import Stopwatch
from shared.bus.processor import INTERVALS
from shared.clock import VIETNAM, Clock, day_of, system_clock
from shared.crash import crash_point
from shared.database import Database
from shared.service import Period, Service, Timer
from shared.steps import touched
from shared.tables import timer_runs
from shared.unit_of_work import Occasion, unit_of_work
from shared.work import Work

log = structlog.get_logger()

KEYS: dict[Period, str] = {"hour": "%Y-%m-%dT%H", "day": "%Y-%m-%d", "month": "%Y-%m"}


def period_of(every: Period, now: datetime) -> str:
    """Return the key of the period in which an instant falls, by Vietnam's time: `2017-10-17` for a day."""
    return now.astimezone(VIETNAM).strftime(KEYS[every])


@dataclass
class Setback:
    """How often an act failed in a row, and when it may be tried again by the host's own stopwatch."""

    attempts: int
    again_at: float


@dataclass
class Timers:
    """The timers of one service, as one host runs them."""

    service: Service
    database: Database
    clock: Clock = field(default=system_clock)
    stopwatch: Stopwatch = field(default=monotonic)
    _done: dict[str, str] = field(default_factory=dict)
    _setbacks: dict[str, Setback] = field(default_factory=dict)

    def run_due(self) -> list[str]:
        """Run what is due and may be tried now; return the names of what was done."""
        return [each.name for each in self.service.timers if self._may_try(each) and self._try(each)]

    def run(self, timer: Timer) -> bool:
        """Do a timer's act unless this period is done; say whether it was. Raises whatever the act raises."""
        now = self.clock()
        period = period_of(timer.every, now)
        ran = not self._is_done(timer, period) and self._act(timer, period, now)
        self._done[timer.name] = period
        return ran

    def _may_try(self, timer: Timer) -> bool:
        setback = self._setbacks.get(timer.name)
        return setback is None or self.stopwatch() >= setback.again_at

    def _try(self, timer: Timer) -> bool:
        try:
            ran = self.run(timer)
        except Exception:
            attempts = self._set_back(timer)
            log.exception("timer failed", timer=timer.name, attempts=attempts)
            return False
        self._setbacks.pop(timer.name, None)
        return ran

    def _set_back(self, timer: Timer) -> int:
        before = self._setbacks.get(timer.name)
        attempts = before.attempts + 1 if before else 1
        wait = INTERVALS[min(attempts, len(INTERVALS)) - 1]
        self._setbacks[timer.name] = Setback(attempts, self.stopwatch() + wait.total_seconds())
        return attempts

    def _is_done(self, timer: Timer, period: str) -> bool:
        if self._done.get(timer.name) == period:
            return True
        with self.database.reading() as session:
            return _is_kept(session, timer, period)

    def _act(self, timer: Timer, period: str, now: datetime) -> bool:
        ran = self.database.carry_out(lambda session: self._act_once(session, timer, period, now))
        if ran:
            log.info("timer done", timer=timer.name, period=period)
        return ran

    def _act_once(self, session: Session, timer: Timer, period: str, now: datetime) -> bool:
        if _is_kept(session, timer, period):
            return False
        session.execute(insert(timer_runs).values(timer=timer.name, period=period, ran_at=now))
        work = unit_of_work(self.service, session, now, Occasion.timer(day_of(now)))
        timer(work)
        session.flush()
        _note(work, timer, period)
        crash_point("timer.before_commit")
        return True


def _is_kept(session: Session, timer: Timer, period: str) -> bool:
    kept = select(timer_runs.c.ran_at).where(timer_runs.c.timer == timer.name, timer_runs.c.period == period)
    return session.execute(kept).first() is not None


def _note(work: Work, timer: Timer, period: str) -> None:
    """Append to the chained log that the service did it by itself."""
    entry = audit.Entry(
        at=work.now,
        user=work.user,
        body=work.body,
        act=timer.name,
        outcome="done",
        correlation=work.cause.correlation,
        digest=audit.digest_of({"period": period}),
        objects=touched(work.session),
        day=work.today,
    )
    audit.append(work.session, entry)
