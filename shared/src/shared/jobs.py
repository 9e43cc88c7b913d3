"""Jobs: work that grows with what a caller sent, done after the command in a process of its own.

A command takes the matter in and asks for a job in its own transaction; its answer is «accepted» (202). The
host then runs the job in a child process with limits of processor time, memory and time (`shared.host.jobs`),
so that no file of a caller's can hold up its hub, its database or its other callers. A job reads as it needs,
works without any transaction, and ends with one that writes: with that transaction it is done, and once.

What refuses a job, or breaks it twice, is told to its `refused`, which brings its object to an end.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import RowMapping, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from contracts.errors import Kind, Refusal
from shared import audit
from shared.authority import Actor
from shared.clock import Clock, system_clock
from shared.crash import crash_point
from shared.database import Database
from shared.repeating import Turn, repeated
from shared.service import Job, Service
from shared.steps import touched
from shared.tables import jobs
from shared.unit_of_work import Occasion, unit_of_work
from shared.work import Cause, Work

log = structlog.get_logger()

MOST_ATTEMPTS = 2
CLAIM = timedelta(minutes=2)  # beyond twice a job's own time: to start it, to end it and to say so


class JobGaveUp(Refusal):
    """A job went beyond its limits, or broke, as often as it is tried."""

    slug = "job-gave-up"
    kind = Kind.INVALID
    vi = "Không xử lý được dữ liệu đã gửi trong giới hạn cho phép (thời gian, bộ nhớ)."
    en = "What was sent could not be worked through within the limits of time and memory."

    def __init__(self) -> None:
        """Nothing needs to be said but the limits."""
        super().__init__(rule="job-limits")


class JobIsDone(Exception):
    """Another host has ended this job meanwhile."""


def ask_for(work: Work, job: Job, subject_id: str) -> None:
    """Ask, in a command's transaction, that a job be done on an object in the name of the actor."""
    asked = {
        "id": work.new_id("job"),
        "name": job.name,
        "subject_id": subject_id,
        "user": work.actor.user,
        "agency": work.actor.agency,
        "unit": work.actor.unit,
        "roles": sorted(work.actor.roles),
        "day": work.today,
        "correlation": work.cause.correlation,
        "asked_at": work.now,
    }
    work.session.execute(insert(jobs).values(attempts=0, **asked))


@dataclass(frozen=True)
class StoredRun:
    """One run of a job, which a row of `jobs` asks for."""

    service: Service
    database: Database
    row: RowMapping
    clock: Clock
    turn: Turn = Turn.BESIDE

    @property
    def subject_id(self) -> str:
        """The object."""
        return str(self.row["subject_id"])

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Look at what is kept, in a transaction that changes nothing."""
        with self.database.reading() as session:
            yield self._work(session)

    @contextmanager
    def ending(self) -> Iterator[Work]:
        """Write what came of it; with this transaction the job is done. Raises JobIsDone."""
        with self.database.transaction(self.turn) as session:
            done = session.execute(delete(jobs).where(jobs.c.id == self.row["id"]))
            if not getattr(done, "rowcount", 0):
                raise JobIsDone
            work = self._work(session)
            yield work
            session.flush()
            self._note(work)
            crash_point("job.before_commit")

    def _work(self, session: Session) -> Work:
        day, named = self.row["day"], {name: self.row[name] for name in ("user", "agency", "unit")}
        acting = Actor.on(day, **named, roles=frozenset(self.row["roles"]))
        occasion = Occasion(day, Cause(self.row["correlation"]), "job", acting)
        return unit_of_work(self.service, session, self.clock(), occasion)

    def _note(self, work: Work) -> None:
        entry = audit.Entry(
            at=work.now,
            user=work.user,
            body=work.body,
            act=self.row["name"],
            outcome="done",
            correlation=work.cause.correlation,
            digest=audit.digest_of({"job": self.row["id"]}),
            objects=touched(work.session),
            day=work.today,
            synthetic=work.synthetic,
        )
        audit.append(work.session, entry)


@dataclass(frozen=True)
class Jobs:
    """The jobs of one service."""

    service: Service
    database: Database
    clock: Clock = field(default=system_clock)

    def claim(self) -> RowMapping | None:
        """Take the oldest job that nobody works on, for as long as it may take; None where there is none."""
        if not self._waiting():
            return None
        return self.database.carry_out(self._claim)

    def carry_out(self, job_id: str) -> None:
        """Do a job in this process; what refuses it is told to its `refused`. Raises what breaks it."""
        with self.database.reading() as session:
            row = session.execute(select(jobs).where(jobs.c.id == job_id)).mappings().first()
        if row is None:
            return
        try:
            repeated(lambda turn: self._job(row).act(self._run(row, turn)))
        except Refusal as refusal:
            self._refuse(row, refusal)
        except JobIsDone:
            log.info("job was done by another host", job=row["name"])

    def broke(self, row: RowMapping) -> None:
        """Note that a run of a claimed job broke off; after the last that may be tried it is refused."""
        attempts = row["attempts"] + 1
        if attempts >= MOST_ATTEMPTS:
            self._refuse(row, JobGaveUp())
        else:
            self._release(row, attempts)

    def give_back(self, row: RowMapping) -> None:
        """Leave a claimed job to the next host; that this one stops is no fault of the job's."""
        self._release(row, row["attempts"])

    def seconds(self, row: RowMapping) -> int:
        """How long a job may take."""
        return self._job(row).seconds

    def limits(self, job_id: str) -> tuple[int, int]:
        """The seconds of processor time and the bytes of memory that a job may take."""
        with self.database.reading() as session:
            name = session.execute(select(jobs.c.name).where(jobs.c.id == job_id)).scalar_one()
        found = self.service.job_named[name]
        return found.seconds, found.memory_mb * 1024 * 1024

    def _claim(self, session: Session) -> RowMapping | None:
        row = session.execute(self._open().limit(1)).mappings().first()
        if row:
            until = self.clock() + timedelta(seconds=2 * self.seconds(row)) + CLAIM
            session.execute(update(jobs).where(jobs.c.id == row["id"]).values(claimed_until=until))
        return row

    def _waiting(self) -> bool:
        with self.database.reading() as session:
            return session.execute(self._open().limit(1)).first() is not None

    def _open(self) -> Any:
        unclaimed = or_(jobs.c.claimed_until.is_(None), jobs.c.claimed_until < self.clock())
        return select(jobs).where(unclaimed).order_by(jobs.c.asked_at, jobs.c.id)

    def _release(self, row: RowMapping, attempts: int) -> None:
        left = {"claimed_until": None, "attempts": attempts}
        released = update(jobs).where(jobs.c.id == row["id"]).values(left)
        self.database.carry_out(lambda session: session.execute(released))

    def _refuse(self, row: RowMapping, refusal: Refusal) -> None:
        log.info("job refused", job=row["name"], slug=refusal.slug, rule=refusal.rule)
        try:
            repeated(lambda turn: self._refuse_once(self._run(row, turn), refusal))
        except JobIsDone:
            log.info("job was done by another host", job=row["name"])

    def _refuse_once(self, run: StoredRun, refusal: Refusal) -> None:
        with run.ending() as work:
            self._job(run.row).refused(run.subject_id, refusal, work)

    def _job(self, row: RowMapping) -> Job:
        return self.service.job_named[row["name"]]

    def _run(self, row: RowMapping, turn: Turn = Turn.BESIDE) -> StoredRun:
        return StoredRun(self.service, self.database, row, self.clock, turn)
