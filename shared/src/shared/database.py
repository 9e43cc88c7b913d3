"""The service's own database: SQLite by default, PostgreSQL by address."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from shared.bus.doorbell import Doorbell

BUSY_SECONDS = 30
WRITER_LOCK = 7575
IN_TRANSACTION = 2  # libpq's PQTRANS_INTRANS: begun, and no statement failed since


class TransactionLost(Exception):
    """The database gave the transaction up: nothing of it was written."""

    def __init__(self) -> None:
        """Say what happened."""
        super().__init__("the database gave the transaction up; nothing of it was written")


class Database:
    """Transactions on one database; the only place of the system that commits."""

    def __init__(self, url: str, doorbell: Doorbell | None = None) -> None:
        """Prepare an engine; nothing is opened yet. `doorbell` wakes the relay after a commit."""
        self.engine = _sqlite(url) if url.startswith("sqlite") else create_engine(url, pool_pre_ping=True)
        self._doorbell = doorbell
        # Green threads share one OS thread: were two of them to wait inside SQLite for each
        # other's lock, the whole process would stand still. They queue here instead.
        self._writing = threading.Lock() if self.is_sqlite else nullcontext()

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Open a write transaction; commit it at the end, or roll it back on any exception."""
        with self._writing, Session(self.engine) as session:
            self._begin(session.connection(), write=True)
            yield session
            self._commit(session)
            emitted = session.info.get("emitted", False)
        if emitted and self._doorbell:
            self._doorbell.ring()

    def require_standing(self, session: Session) -> None:
        """Refuse to go on in a transaction that the database has given up. Raises TransactionLost.

        SQLite rolls the whole transaction back by itself where the disk is full or fails in the middle of a
        statement, and says so only to that statement.
        """
        if not self._stands(session):
            raise TransactionLost

    def _commit(self, session: Session) -> None:
        """Write what is pending and commit it; a commit of nothing must not look like one."""
        session.flush()
        self.require_standing(session)
        if self.is_sqlite:
            session.connection().exec_driver_sql("COMMIT")
        session.commit()

    def _stands(self, session: Session) -> bool:
        driver: Any = session.connection().connection.driver_connection
        if self.is_sqlite:
            return bool(driver.in_transaction)
        return bool(driver.info.transaction_status == IN_TRANSACTION)

    @contextmanager
    def bare_transaction(self) -> Iterator[Connection]:
        """Open a write transaction without a session, for migrations."""
        with self.engine.begin() as connection:
            self._begin(connection, write=True)
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a transaction that changes nothing."""
        with Session(self.engine) as session:
            self._begin(session.connection(), write=False)
            yield session
            session.rollback()

    def _begin(self, connection: Connection, *, write: bool) -> None:
        # An engine's own «begin» event would cost each statement as much again as SQLite does.
        if self.is_sqlite:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
        elif write:
            # A sequence's order is not the order of commits; one writer at a time makes it so.
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITER_LOCK})


def _sqlite(url: str) -> Engine:
    memory = url in {"sqlite://", "sqlite:///:memory:"}
    options: dict[str, Any] = {"poolclass": StaticPool} if memory else {}
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, **options)
    event.listen(engine, "connect", _configure)
    return engine


def _configure(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
