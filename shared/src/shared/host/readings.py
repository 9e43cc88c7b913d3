"""Readings on SQLite that let others work.

SQLite answers in the hub's own thread, and while it searches nobody else is served. Most answers take less
than a change of threads costs, so each statement begins there; one that is not done after some milliseconds
is broken off and begun anew in a native thread. SQLite lets go of the interpreter as it searches. Nothing but
SQLite runs in that thread: locks, logs and sessions are green, and belong to the hub's. A reading sees one
state of the database from its first statement to its last, so that beginning anew changes no answer.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, Self

import eventlet
from eventlet import tpool
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from shared.connections import BUSY_SECONDS
from shared.database import Database
from shared.dispatch.places import OpenReading, ReadingTooLong

TURN_SECONDS = 0.005
# Steps of SQLite's machine between two looks at the clock: some tenths of a millisecond, some hundredths of a
# second. Each look needs the interpreter, for which a thread must wait.
OFTEN, SELDOM = 10_000, 1_000_000


class YieldingConnection(sqlite3.Connection):
    """A connection of which nobody waits for long in the hub's thread."""

    seconds: float
    _until = 0.0
    _turn_until = 0.0

    def cursor(self, factory: Any = None) -> Any:
        """Return a cursor that yields."""
        return super().cursor(factory or YieldingCursor)

    def begin_turn(self) -> None:
        """Let others work where the last turn is over; then use the hub's thread for a turn."""
        now = monotonic()
        if now > self._turn_until:
            eventlet.sleep(0)
            now = monotonic()
            self._turn_until = now + TURN_SECONDS
        self._limit(TURN_SECONDS, OFTEN)

    def begin_long(self) -> None:
        """Use another thread, as long as a reading may take."""
        self._limit(self.seconds, SELDOM)

    def _limit(self, seconds: float, steps: int) -> None:
        self._until = monotonic() + seconds
        self.set_progress_handler(self._is_over, steps)

    def _is_over(self) -> bool:
        return monotonic() > self._until


class YieldingCursor(sqlite3.Cursor):
    """A cursor whose rows are all fetched when a statement is done."""

    connection: YieldingConnection
    _rows: Iterator[Any]

    def execute(self, statement: str, parameters: Any = ()) -> Self:
        """Run a statement to its end, in the hub's thread or in another. Raises sqlite3.Error."""
        self.connection.begin_turn()
        try:
            self._run(statement, parameters)
        except sqlite3.OperationalError as error:
            if not _was_interrupted(error):
                raise
            self._run_in_thread(statement, parameters)
        return self

    def fetchone(self) -> Any:
        """Return the next row, or None."""
        return next(self._rows, None)

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """Return the next rows."""
        wanted = range(self.arraysize if size is None else size)
        return [row for _, row in zip(wanted, self._rows, strict=False)]

    def fetchall(self) -> list[Any]:
        """Return all rows that are left."""
        return list(self._rows)

    def _run(self, statement: str, parameters: Any) -> None:
        super().execute(statement, parameters)
        self._rows = iter(super().fetchall())

    def _run_in_thread(self, statement: str, parameters: Any) -> None:
        self.connection.begin_long()
        try:
            tpool.execute(self._run, statement, parameters)
        except BaseException:
            self.connection.interrupt()  # who is killed here must not leave the thread behind
            raise


class YieldingReadings:
    """Opens readings on a file of SQLite, by connections of their own that can write nothing."""

    def __init__(self, url: Any, at_once: int, seconds: float) -> None:
        """Take the database's address, how many readings there are at once, how long a statement may take."""
        arguments = {"timeout": BUSY_SECONDS, "check_same_thread": False, "factory": YieldingConnection}
        self._engine: Engine = create_engine(
            url, connect_args=arguments, hide_parameters=True, pool_size=at_once
        )
        self._seconds = seconds
        event.listen(self._engine, "connect", self._configure)

    @contextmanager
    def __call__(self) -> Iterator[Session]:
        """Open a transaction that changes nothing. Raises ReadingTooLong."""
        with Session(self._engine) as session:
            session.connection().exec_driver_sql("BEGIN")
            try:
                yield session
            except OperationalError as error:
                if _was_interrupted(error.orig):
                    raise ReadingTooLong from None
                raise
            session.rollback()

    def _configure(self, connection: YieldingConnection, _record: object) -> None:
        connection.seconds = self._seconds
        connection.isolation_level = None  # the driver must not begin transactions by itself
        connection.execute("PRAGMA query_only=ON")


def _was_interrupted(error: object) -> bool:
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def readings_of(database: Database, at_once: int, seconds: float) -> OpenReading:
    """Return how a host opens its readings; PostgreSQL's driver yields by itself."""
    if not database.is_sqlite:
        return database.reading
    return YieldingReadings(database.engine.url, at_once, seconds)
