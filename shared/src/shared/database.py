"""The service's own database, as its commands and reactions use it: sessions that ring for the relay."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from shared.bus.doorbell import Doorbell
from shared.connections import Connections, TransactionLost


class Database(Connections):
    """Sessions on one database: SQLite by default, PostgreSQL by address."""

    def __init__(self, url: str, doorbell: Doorbell | None = None) -> None:
        """Prepare an engine; nothing is opened yet. `doorbell` wakes the relay after a commit."""
        super().__init__(url)
        self._doorbell = doorbell

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Open a write transaction; commit it at the end, or roll it back on any exception."""
        with self._writing, Session(self.engine) as session:
            self._begin(session.connection(), write=True)
            yield session
            session.flush()
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

    def require_standing(self, session: Session) -> None:
        """Refuse to go on in a transaction that the database has given up. Raises TransactionLost."""
        if not self._stands(session.connection()):
            raise TransactionLost
