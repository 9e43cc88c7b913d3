"""The service's own database, as its commands and reactions use it: sessions that ring for the relay."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from shared.audit import NOTED
from shared.bus.doorbell import Doorbell
from shared.bus.numbering import number
from shared.bus.outbox import TOLD
from shared.connections import Connections, TransactionLost
from shared.held import held
from shared.repeating import Turn, repeated
from shared.session_limits import SessionLimits

T = TypeVar("T")
TAKE = {turn: text(f"LOCK TABLE turns IN {turn} MODE") for turn in Turn}


class Database(Connections):
    """Sessions on one database: SQLite by default, PostgreSQL by address."""

    def __init__(
        self, url: str, doorbell: Doorbell | None = None, limits: SessionLimits | None = None
    ) -> None:
        """Prepare an engine; nothing is opened yet. `doorbell` wakes the relay after a commit."""
        super().__init__(url, limits)
        self._doorbell = doorbell
        self._serializable, self._committed = self._isolated("SERIALIZABLE"), self._isolated("AUTOCOMMIT")

    def carry_out(self, act: Callable[[Session], T], first: Turn = Turn.BESIDE) -> T:
        """Act in a write transaction, in a new session each time that others got in the way."""

        def once(turn: Turn) -> T:
            with self.transaction(turn) as session:
                return act(session)

        return repeated(once, first)

    @contextmanager
    def transaction(self, turn: Turn = Turn.BESIDE) -> Iterator[Session]:
        """Open a write transaction; commit it at the end, or roll it back on any exception.

        On PostgreSQL it may fail at any statement, or at its end, because others got in the way.
        """
        with self._writing, Session(self._serializable) as session:
            self._begin(session.connection(), write=True)
            if not self.is_sqlite:
                session.connection().execute(TAKE[turn])
            yield session
            session.flush()
            _number(session)
            self._finish(session.connection())
            session.commit()
            emitted = session.info.get("emitted", False)
        if emitted and self._doorbell:
            self._doorbell.ring()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a transaction that changes nothing."""
        with Session(self.engine) as session:
            self._begin(session.connection(), write=False)
            yield session
            session.rollback()

    @contextmanager
    def beside(self, session: Session) -> Iterator[Connection]:
        """Look past a transaction at what is committed; it does not become part of what the outcome rests on.

        For what an index's uniqueness guards. On SQLite nobody else writes meanwhile.
        """
        if self.is_sqlite:
            yield session.connection()
        else:
            with self._committed.connect() as connection:
                yield connection

    def require_standing(self, session: Session) -> None:
        """Refuse to go on in a transaction that the database has given up. Raises TransactionLost."""
        if not self._stands(session.connection()):
            raise TransactionLost


def _number(session: Session) -> None:
    """Write down what was told and noted, in a transaction that has nothing else left to do."""
    told, noted = held(session, TOLD), held(session, NOTED)
    if told or noted:
        number(session.connection(), told, noted)
