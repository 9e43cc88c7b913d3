"""A bus within one process for tests: every subscriber's inbox and processor, no broker."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update

from contracts.envelope import Envelope
from shared.bus import inbox
from shared.bus.processor import Processor
from shared.clock import Clock, system_clock
from shared.database import Database
from shared.service import Service
from shared.tables import outbox


class MemoryBus:
    """Carries events between services, in the order in which each published them."""

    def __init__(self, members: Sequence[tuple[Service[Any], Database]], clock: Clock = system_clock) -> None:
        """Take the services with their databases."""
        self._members = members
        self._clock = clock

    def settle(self) -> None:
        """Publish, deliver and apply until nothing moves any more."""
        while sum(self._carry(database) for _, database in self._members):
            for service, database in self._members:
                processor = Processor(service, database, self._clock)
                while processor.step():
                    pass

    def _carry(self, database: Database) -> int:
        waiting = select(outbox.c.seq, outbox.c.envelope).where(outbox.c.published_at.is_(None))
        with database.reading() as session:
            rows = session.execute(waiting.order_by(outbox.c.seq)).all()
        for row in rows:
            self._deliver(row.envelope)
        with database.transaction() as session:
            published = update(outbox).where(outbox.c.seq.in_([row.seq for row in rows]))
            session.execute(published.values(published_at=self._clock()))
        return len(rows)

    def _deliver(self, body: bytes) -> None:
        wire_type = Envelope.decode(body).type
        for service, database in self._members:
            if any(each.wire_type in {wire_type, "#"} for each in service.reactions):
                with database.transaction() as session:
                    inbox.store(session, [inbox.Arrival(body)], self._clock())
