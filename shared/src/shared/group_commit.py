"""Group commit: who writes at the same time shares one transaction, and so one flush to the disk.

A flush takes some milliseconds and a command's own statements less; so those that wait for the
database are carried out together, each in a savepoint of its own. One that fails undoes itself alone;
where the commit fails, all have failed and nothing was written. The same holds where the database gave
the whole transaction up by itself (a full disk, an I/O error): after each act the driver is asked whether
it still stands, since what the acts before had written is gone with it.

An act that nobody joins has the whole transaction to undo; a savepoint would cost it an eighth of its time.

On PostgreSQL another host may get in the way of a group: it is then done again from the beginning, and in
the end one act after another, so that none fails for what only another one of its group met.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar, cast

from sqlalchemy.orm import Session

from shared.database import Database
from shared.repeating import Turn, is_conflict, repeated

T = TypeVar("T")
MOST = 50


class Job(Generic[T]):
    """One act of a group, and what became of it."""

    def __init__(self, act: Callable[[Session], T]) -> None:
        """Take the act."""
        self._act = act
        self._result: T | None = None
        self._error: BaseException | None = None
        self.done = False

    def carry_out_alone(self, session: Session) -> None:
        """Act in a transaction that is nobody else's; an error is for it to undo."""
        self._error = None
        self._result = self._act(session)

    def carry_out(self, session: Session) -> None:
        """Act within a savepoint; an error that leaves the transaction standing is the act's own.

        Raises DBAPIError for a conflict, which is the whole transaction's matter.
        """
        self._error = None
        try:
            with session.begin_nested():
                self._result = self._act(session)
        except Exception as error:  # it is its own caller's matter, and raised there
            if is_conflict(error):
                raise
            self._error = error

    def fail(self, error: BaseException) -> None:
        """Note that nothing was committed; a failure of its own stays the cause."""
        self._error = self._error or error

    def result(self) -> T:
        """Return what the act gave, or raise what it raised."""
        if self._error is not None:
            raise self._error
        return cast("T", self._result)


class GroupCommit:
    """Carries out acts on one database, as many as there are in one transaction."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database
        self._waiting: deque[Job[object]] = deque()
        self._one_at_a_time = threading.Lock()

    def run(self, act: Callable[[Session], T]) -> T:
        """Carry an act out and return its result when it is committed; raise what it raised."""
        job = Job(act)
        self._waiting.append(cast("Job[object]", job))
        time.sleep(0)  # whoever else is ready may join this group
        with self._one_at_a_time:
            while not job.done:
                self._carry_out(self._next_group())
        return job.result()

    def _next_group(self) -> Sequence[Job[object]]:
        return [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]

    def _carry_out(self, jobs: Sequence[Job[object]]) -> None:
        try:
            repeated(partial(self._together, jobs))
        except BaseException as error:
            if len(jobs) > 1 and is_conflict(error):
                self._one_by_one(jobs)
                return
            for job in jobs:
                job.fail(error)
            if not isinstance(error, Exception):
                raise
        finally:
            for job in jobs:
                job.done = True

    def _one_by_one(self, jobs: Sequence[Job[object]]) -> None:
        left = deque(jobs)
        try:
            while left:
                self._carry_out([left.popleft()])
        except BaseException as error:  # the process is to end
            for job in left:
                job.fail(error)
            raise

    def _together(self, jobs: Sequence[Job[object]], turn: Turn) -> None:
        with self._database.transaction(turn) as session:
            if len(jobs) == 1:
                jobs[0].carry_out_alone(session)
                return
            for job in jobs:
                job.carry_out(session)
                self._database.require_standing(session)
