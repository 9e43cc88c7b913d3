"""Transactions on one database without any mapping of objects: all that a relay or a migration needs."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import StaticPool

from shared.bus.numbering import LOCK
from shared.session_limits import SessionLimits

BUSY_SECONDS = 15  # who waits inside SQLite stands still, and a host may not for long: HANG_SECONDS
NO_LIMITS = text("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")
IN_TRANSACTION = 2  # libpq's PQTRANS_INTRANS: begun, and no statement failed since


class TransactionLost(Exception):
    """The database gave the transaction up: nothing of it was written."""

    def __init__(self) -> None:
        """Say what happened."""
        super().__init__("the database gave the transaction up; nothing of it was written")


class Connections:
    """Connections to SQLite or PostgreSQL, each in a transaction of its own."""

    def __init__(self, url: str, limits: SessionLimits | None = None) -> None:
        """Prepare an engine; nothing is opened yet. `limits` are for sessions on PostgreSQL."""
        postgresql = limits or SessionLimits()
        self.engine = _sqlite(url) if url.startswith("sqlite") else _postgresql(url, postgresql)
        self._repeatable = self._isolated("REPEATABLE READ")
        # Green threads share one OS thread: were two of them to wait inside SQLite for each
        # other's lock, the whole process would stand still. They queue here instead.
        self._writing = threading.Lock() if self.is_sqlite else nullcontext()

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def bare_transaction(self) -> Iterator[Connection]:
        """Open a write transaction; commit it at the end, or roll it back on any exception.

        On PostgreSQL it fails where it would change what another has changed since it began (SQLSTATE 40001).
        """
        with self._writing, self._repeatable.connect() as connection:
            self._begin(connection, write=True)
            yield connection
            self._commit(connection)

    @contextmanager
    def sole_transaction(self) -> Iterator[Connection]:
        """Open one that changes tables: each waits for the one before, and may take as long as it takes."""
        with self._writing, self.engine.connect() as connection:
            self._begin(connection, write=True)
            if not self.is_sqlite:
                connection.execute(NO_LIMITS)
                connection.execute(LOCK)
            yield connection
            self._commit(connection)

    @contextmanager
    def bare_reading(self) -> Iterator[Connection]:
        """Open a transaction that changes nothing."""
        with self.engine.connect() as connection:
            self._begin(connection, write=False)
            yield connection

    def _isolated(self, level: str) -> Engine:
        """The engine with PostgreSQL's transactions isolated so far; SQLite has one writer at a time."""
        return self.engine if self.is_sqlite else self.engine.execution_options(isolation_level=level)

    def _begin(self, connection: Connection, *, write: bool) -> None:
        # An engine's own «begin» event would cost each statement as much again as SQLite does.
        if self.is_sqlite:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    def _commit(self, connection: Connection) -> None:
        self._finish(connection)
        connection.commit()

    def _finish(self, connection: Connection) -> None:
        """Do what comes before a commit: one of nothing must not look like one. Raises TransactionLost."""
        if not self._stands(connection):
            raise TransactionLost
        if self.is_sqlite:
            connection.exec_driver_sql("COMMIT")

    def _stands(self, connection: Connection) -> bool:
        """Whether the transaction is still open.

        SQLite rolls a whole transaction back by itself where the disk is full or fails in the middle of a
        statement, and says so only to that statement.
        """
        driver: Any = connection.connection.driver_connection
        if self.is_sqlite:
            return bool(driver.in_transaction)
        return bool(driver.info.transaction_status == IN_TRANSACTION)


def _postgresql(url: str, limits: SessionLimits) -> Engine:
    # An error must not say what stood in a row: parameters hold persons' names. A connection is tried before
    # it is used again: the server may have been restarted, or have ended a session that stood idle.
    return create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=limits.arguments())


def _sqlite(url: str) -> Engine:
    memory = url in {"sqlite://", "sqlite:///:memory:"}
    options: dict[str, Any] = {"poolclass": StaticPool} if memory else {}
    arguments = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, hide_parameters=True, **options)
    event.listen(engine, "connect", _configure)
    return engine


def _configure(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
