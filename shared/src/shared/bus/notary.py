"""The relay's second task: it chains the audit, and tells the others how far the chain goes.

What it chains once a second shows every later alteration to whoever has a head of it; the head is told,
signed, every few minutes and when the relay ends. Without a key nothing is told, and the log says so.
"""

from dataclasses import dataclass, field
from time import monotonic

import structlog
from sqlalchemy import Connection

from shared.audit_chain import MOST, NOTHING, Chain, Head, head_of
from shared.audit_heads import ToldHead, event_row
from shared.bus.away import database_may_be_away
from shared.bus.lease import Lease, Stopwatch
from shared.bus.numbering import number
from shared.clock import Clock, system_clock
from shared.connections import Connections
from shared.crash import crash_point
from shared.signing import SigningKey

log = structlog.get_logger()

CHAIN_SECONDS = 1.0
TELL_SECONDS = 300.0


@dataclass
class Notary:
    """Chains one service's audit while the relay holds the lease."""

    database: Connections
    lease: Lease
    key: SigningKey | None = None
    clock: Clock = field(default=system_clock)
    stopwatch: Stopwatch = field(default=monotonic)

    def __post_init__(self) -> None:
        """Begin; the first head is told some minutes from now."""
        self._chain = Chain()
        self._told: Head = NOTHING
        self._chained_at, self._told_at = 0.0, self.stopwatch()
        if self.key is None:
            log.warning("the audit's heads are not told: there is no key to sign them with")

    def look(self) -> None:
        """Chain what waits, once a second; tell the head, every few minutes."""
        now = self.stopwatch()
        if now < self._chained_at + CHAIN_SECONDS:
            return
        self._chained_at = now
        self._work(tell=now >= self._told_at + TELL_SECONDS)

    def close(self) -> None:
        """Chain what waits and tell the head: for some time nobody will."""
        self._work(tell=True)

    def _work(self, *, tell: bool) -> None:
        with database_may_be_away():
            while self._chain_some() == MOST:
                pass
            if tell:
                self._tell()

    def _chain_some(self) -> int:
        with self.database.bare_reading() as connection:
            if not self._chain.waits(connection):
                return 0
        with self.database.bare_transaction() as connection:
            if not self.lease.claim(connection):
                return 0
            chained = self._chain.extend(connection, self.clock())
            crash_point("notary.before_commit")
        return chained

    def _tell(self) -> None:
        """Write the head into the outbox, unless the last one told says the same."""
        self._told_at = self.stopwatch()
        with self.database.bare_reading() as connection:
            head = head_of(connection)
        if self.key is None or head == self._told:
            return
        with self.database.bare_transaction() as connection:
            if self.lease.claim(connection):
                self._write(connection, self.key, head)

    def _write(self, connection: Connection, key: SigningKey, head: Head) -> None:
        number(connection, [event_row(ToldHead.sign(key, head, self.clock()))])
        self._told = head
