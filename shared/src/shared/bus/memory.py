"""A bus within one process for tests: every subscriber's queue, inbox and processors, no broker.

It keeps the promise of the real one, by the same inbox and the same processor: `shared.conformance`
holds it to that.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError
from sqlalchemy import select, update

from contracts.envelope import Envelope
from shared.bus import inbox
from shared.bus.processor import Processor
from shared.bus.topology import exchange_of, relay_user
from shared.bus.trust import Delivery, Trust
from shared.clock import Clock, system_clock
from shared.database import Database
from shared.service import Service
from shared.tables import outbox

TRUST = Trust(users_apart=True)


def told(body: bytes) -> Delivery:
    """Return a message as its service's relay would have published it; rubbish as nobody's."""
    try:
        envelope = Envelope.decode(body)
    except ValidationError:
        return Delivery(body, "", "", None)
    service = envelope.service
    return Delivery(body, exchange_of(service), envelope.routing_key, relay_user(service))


@dataclass
class Queue:
    """What waits for one service, and who takes it: one processor for each running instance."""

    service: Service
    database: Database
    processors: list[Processor] = field(default_factory=list)
    waiting: deque[bytes] = field(default_factory=deque)
    taken: list[bytes] = field(default_factory=list)

    def wants(self, wire_type: str) -> bool:
        """Whether the service listens to a type."""
        return any(each.wire_type in {wire_type, "#"} for each in self.service.reactions)

    def close(self, *, acknowledged: bool = True) -> None:
        """End every instance; what was not acknowledged comes again, before anything else."""
        self.processors.clear()
        if not acknowledged:
            self.waiting.extendleft(reversed(self.taken))
        self.taken.clear()


class MemoryBus:
    """Carries events between services, in the order in which each published them."""

    def __init__(self, members: Sequence[tuple[Service, Database]], clock: Clock = system_clock) -> None:
        """Take the services with their databases; one instance of each runs."""
        self._clock = clock
        self._queues: list[Queue] = []
        for member in members:
            self.join(*member)

    def join(self, service: Service, database: Database) -> Queue:
        """Let one more service listen, with one instance; return its queue."""
        self._queues.append(Queue(service, database))
        self.open(self._queues[-1])
        return self._queues[-1]

    def open(self, queue: Queue) -> None:
        """Run one more instance of a service."""
        queue.processors.append(Processor(queue.service, queue.database, self._clock))

    def settle(self) -> None:
        """Publish, deliver and apply until nothing moves any more."""
        while self.carry() + sum(self._receive(queue) + self._apply(queue) for queue in self._queues):
            pass

    def carry(self) -> int:
        """Publish what the outboxes hold; return how many events."""
        return sum(map(self._carry, dict.fromkeys(each.database for each in self._queues)))

    def _carry(self, database: Database) -> int:
        waiting = select(outbox.c.seq, outbox.c.envelope).where(outbox.c.published_at.is_(None))
        with database.transaction() as session:
            rows = session.execute(waiting.order_by(outbox.c.seq)).all()
            for row in rows:
                self._publish(row.envelope)
            published = update(outbox).where(outbox.c.seq.in_([row.seq for row in rows]))
            session.execute(published.values(published_at=self._clock()))
        return len(rows)

    def _publish(self, body: bytes) -> None:
        wire_type = Envelope.decode(body).type
        for queue in self._queues:
            if queue.wants(wire_type):
                queue.waiting.append(body)

    def _receive(self, queue: Queue) -> int:
        """Store what waits, then acknowledge it; nobody takes it while no instance runs."""
        arrivals = list(queue.waiting) if queue.processors else []
        if arrivals:
            with queue.database.transaction() as session:
                inbox.store(session, map(told, arrivals), TRUST, self._clock())
            queue.waiting.clear()
            queue.taken.extend(arrivals)
        return len(arrivals)

    def _apply(self, queue: Queue) -> int:
        """Let each instance try one batch, in turn."""
        return sum(processor.step() for processor in queue.processors)
