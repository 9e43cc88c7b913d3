"""A lease in the service's own database: of two relays only one publishes and marks.

A relay that was paused beyond its lease and wakes up may still send what it had in hand: the same
bytes under the same id, which every inbox knows. It can no longer mark.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.exc import DBAPIError

from shared.clock import Clock, system_clock
from shared.connections import Connections
from shared.ids import new_id
from shared.repeating import is_conflict
from shared.tables import leases

# After a kill the next relay waits as long; the holder writes every half of it.
TERM = timedelta(seconds=5)
Stopwatch = Callable[[], float]


class Lease:
    """One holder's claim to a name."""

    def __init__(
        self, database: Connections, name: str, clock: Clock = system_clock, stopwatch: Stopwatch = monotonic
    ) -> None:
        """Take the database and the name; nothing is claimed yet."""
        self._database, self._name, self._clock, self._stopwatch = database, name, clock, stopwatch
        self._holder = new_id("holder")
        self._seen: tuple[str, datetime] | None = None
        self._seen_since = 0.0

    def hold(self) -> bool:
        """Claim or prolong the lease; say whether it is held."""
        if self._fresh():
            return True
        try:
            with self._database.bare_transaction() as connection:
                return self.claim(connection)
        except DBAPIError as error:
            if is_conflict(error):
                return False  # another one was claiming it at the same time
            raise

    def release(self) -> None:
        """Let the next one have it at once."""
        with self._database.bare_transaction() as connection:
            connection.execute(leases.delete().where(leases.c.holder == self._holder))

    def _fresh(self) -> bool:
        """Whether the lease is ours for at least half its term: then nothing need be written."""
        with self._database.bare_reading() as connection:
            row = connection.execute(select(leases).where(leases.c.name == self._name)).first()
        if row is None or row.holder != self._holder:
            return False
        return bool(row.until > self._clock() + TERM / 2)

    def claim(self, connection: Connection) -> bool:
        """Take or prolong the lease within a transaction; False where another holds it.

        Where another takes it meanwhile, the transaction fails: it changes the row in any case.
        """
        row = connection.execute(select(leases).where(leases.c.name == self._name)).first()
        now = self._clock()
        if row and row.holder != self._holder and row.until > now and not self._stands_still(row):
            return False
        connection.execute(leases.delete().where(leases.c.name == self._name))
        connection.execute(leases.insert().values(name=self._name, holder=self._holder, until=now + TERM))
        return True

    def _stands_still(self, row: Row[Any]) -> bool:
        """Whether the holder has prolonged nothing for a whole term by our own stopwatch.

        A dead holder's clock may have been an hour fast; nobody waits an hour for that.
        """
        if self._seen != (row.holder, row.until):
            self._seen, self._seen_since = (row.holder, row.until), self._stopwatch()
        return self._stopwatch() - self._seen_since > TERM.total_seconds()
