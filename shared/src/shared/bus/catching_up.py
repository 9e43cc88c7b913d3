"""A service's inbox is complete up to an offset of the journal, and proves it from there.

A queue may be deleted or lost with its broker; a database may be last night's, while the queue was emptied
since; an update may listen to more. In each case the journal has what the inbox has not. So a host reads it,
before it takes anything from its queue and once an hour, from the offset up to which its inbox is complete
to the end as it then is. What was stored moves that offset along: who is interrupted goes on from there.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial
from typing import Any

import pika
import structlog
from sqlalchemy.orm import Session

from shared.bus import journal
from shared.bus.inbox import store
from shared.bus.journal import Found
from shared.bus.known import known_to
from shared.bus.place import (
    BEFORE_THE_FIRST,
    Binding,
    Lacking,
    Place,
    fill,
    forget,
    keep,
    no_longer_bound,
    place_in,
    unfilled,
)
from shared.bus.queues import bindings_of, declare
from shared.bus.taking_back import take_back
from shared.bus.topology import ALL_EVENTS, MARKS, QUORUM, inbox_of
from shared.bus.trust import Trust
from shared.clock import Clock, system_clock
from shared.database import Database
from shared.service import Service

log = structlog.get_logger()

EVERY_EVENT = (ALL_EVENTS, "#")
# So the broker says, with the code for «not found», of a queue that exists and has no leader yet.
WITHOUT_LEADER = "is down or inaccessible"


class JournalLacks(Exception):
    """The journal no longer holds what may be missing here: nobody can say whether anything is."""

    def __init__(self, lacking: Lacking, wanted: int, found: int) -> None:
        """Take why, the offset wanted, and what was found in its place."""
        super().__init__(f"the journal is {lacking}: offset {wanted} was wanted, {found} was found")
        self.lacking, self.wanted, self.found = lacking, wanted, found


def make_queue(service: Service, amqp_url: str, queue: str | None = QUORUM) -> None:
    """Declare all that a service needs on the broker.

    `queue` is the type of its inbox; None where the broker's definitions made everything, and the service
    may declare nothing. Raises AMQPError, and with it where that queue is lacking.
    """
    connection = pika.BlockingConnection(pika.URLParameters(amqp_url))
    try:
        if queue is None:
            connection.channel().queue_declare(inbox_of(service.name), passive=True)
        else:
            declare(connection.channel(), service, queue)
    finally:
        if connection.is_open:
            connection.close()


@dataclass
class CatchingUp:
    """Proves that a service's inbox is complete, and stores what it lacks.

    A service that never read the journal, and a type that it newly listens to, begin with `since`, else with
    the journal's beginning.
    """

    service: Service
    database: Database
    amqp_url: str
    trust: Trust
    since: datetime | None = None
    clock: Clock = system_clock
    idle: Callable[[], object] = field(default=lambda: None)

    def prove(self) -> int:
        """Read the journal to its end, store what is lacking, and return how many events that were.

        To be called when the queue is bound. Raises JournalLacks, AMQPError, SQLAlchemyError.
        """
        try:
            stored = self._fill_new_bindings() + self._go_on()
        except JournalLacks as lack:
            self._note(lack)
            raise
        self._keep(proved_at=self.clock(), lacking=None, wanted=None, found=None)
        if stored:
            log.warning("events were fetched from the journal", events=stored)
        return stored

    def place(self) -> Place | None:
        """Return where the service stands."""
        with self.database.reading() as session:
            return place_in(session)

    @cached_property
    def _bound(self) -> frozenset[Binding]:
        return frozenset(bindings_of(self.service))

    def _go_on(self) -> int:
        """Read from where the inbox is complete to the journal's end."""
        place = self.place()
        asked = self.since if place is None else place.since
        if asked is not None:
            return self._read(asked, None, self._bound)
        return self._read_on(place or Place())

    def _read_on(self, place: Place) -> int:
        """Begin with the message that was read last: as long as it is there, nothing is lacking."""
        last = journal.end(self.amqp_url, self.idle)
        if last <= place.offset:
            raise JournalLacks(Lacking.REPLACED, place.offset, last)
        return self._read(max(place.offset, 0), last, self._bound, lambda first: _compare(place, first))

    def _fill_new_bindings(self) -> int:
        """Read for bindings that are new what the journal holds up to where the inbox is complete."""
        place, new = self.database.carry_out(self._new_bindings)
        if place is None or not new:
            return 0
        start = min(new.values())
        begun = start > BEFORE_THE_FIRST
        from_there = start + 1 if begun or self.since is None else self.since
        check = None if not begun and self.since else lambda first: _require(start + 1, first)
        stored = self._read(from_there, place.offset, frozenset(new), check, filling=True)
        self.database.carry_out(lambda session: fill(session, list(new), None))
        return stored

    def _new_bindings(self, session: Session) -> tuple[Place | None, dict[Binding, int]]:
        """Return what is to be filled up to where; nothing where all is to be read anyway."""
        forget(session, no_longer_bound(session, self._bound))
        place, new = place_in(session), unfilled(session, self._bound)
        if place is None or place.since or not new:
            fill(session, list(new), None)
            return None, {}
        return place, new

    def _read(
        self,
        start: journal.Place,
        last: int | None,
        bound: frozenset[Binding],
        check: Callable[[Found], None] | None = None,
        *,
        filling: bool = False,
    ) -> int:
        stored = 0
        with closing(journal.batches(self.amqp_url, start=start, last=last, idle=self.idle)) as found:
            for batch in found:
                if check:
                    check(batch[0])
                    check = None
                take = partial(self._take, batch=batch, bound=bound, filling=filling)
                stored += self.database.carry_out(take)
        return stored

    def _take(
        self, session: Session, batch: Sequence[Found], bound: frozenset[Binding], *, filling: bool
    ) -> int:
        """Store what is lacking of a batch, and note how far that was."""
        stored = self._store(session, batch, bound)
        if filling:
            fill(session, list(bound), batch[-1].offset)
        else:
            keep(session, offset=batch[-1].offset, digest=batch[-1].digest, since=None)
        return stored

    def _store(self, session: Session, batch: Sequence[Found], bound: frozenset[Binding]) -> int:
        """Store what is lacking of a batch, be it what it will; take back what is the service's own."""
        now = self.clock()
        heard = [each for each in batch if _hears(bound, each)]
        known = known_to(session, {each.identity for each in heard})
        lacking = [each.delivery for each in heard if each.identity not in known]
        store(session, lacking, self.trust, now)
        taken = take_back(session, self.service.name, batch, self.trust, now)
        if taken:
            before = place_in(session)
            keep(session, taken_back=taken + (before.taken_back if before else 0))
            log.error("the journal has own events that the database lacks", events=taken)
        return len(lacking)

    def _note(self, lack: JournalLacks) -> None:
        self._keep(lacking=lack.lacking, wanted=lack.wanted, found=lack.found)
        log.error("the journal lacks what may be missing here", cause=str(lack))

    def _keep(self, **values: Any) -> None:
        self.database.carry_out(lambda session: keep(session, **values))


def _compare(place: Place, first: Found) -> None:
    """Look whether this is the journal that was read. Raises JournalLacks."""
    if place.digest and first.offset == place.offset and first.digest != place.digest:
        raise JournalLacks(Lacking.REPLACED, place.offset, first.offset)
    _require(place.offset + 1, first)


def _require(wanted: int, first: Found) -> None:
    if first.offset > wanted:
        raise JournalLacks(Lacking.FORGOTTEN, wanted, first.offset)


def _hears(bound: frozenset[Binding], found: Found) -> bool:
    exchange, key = found.delivery.exchange, found.delivery.routing_key
    return exchange != MARKS and (EVERY_EVENT in bound or (exchange, key) in bound)
