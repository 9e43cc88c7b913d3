"""A publisher and a subscriber between which nothing is lost, and who both forget after a time."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select, update
from structlog.testing import capture_logs

from contracts.envelope import Envelope
from contracts.errors import Refusal
from shared.bus import inbox
from shared.bus.inbox import State
from shared.bus.journal import Found
from shared.bus.memory import TRUST, told
from shared.bus.processor import Processor
from shared.bus.taking_back import take_back
from shared.clock import VIETNAM
from shared.conformance import first
from shared.conformance.port import Failure
from shared.conformance.publisher import Tell, Told
from shared.conformance.publisher import service as publisher
from shared.conformance.stored import OPERATOR, StoredGroup
from shared.counting import Counter
from shared.dispatch.once import AnswerForgotten
from shared.operations.journal_messages import RepublishOutbox
from shared.operations.messages import DiscardParked, Reasoned, ReplayEvent, RetryParked
from shared.retention import Horizons, Sweeper
from shared.tables import inbox as table
from shared.tables import outbox
from shared.testing import Stage

WHY = "after its time"
KEYS = ("a", "b")


@dataclass
class Pair:
    """A publisher, a subscriber, a journal between them, and a clock that the test moves day by day."""

    horizon: timedelta = timedelta(0)
    day: date = date(2026, 11, 25)
    journal: list[Found] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    discarded: set[int] = field(default_factory=set)
    read: int = 0
    arrived: int = 0

    def __post_init__(self) -> None:
        self.publisher, self.group = Stage(publisher), StoredGroup(first.service, "sqlite://")
        self.subscriber = self.group.stage
        horizons = Horizons(self.horizon, self.horizon, self.horizon, self.horizon)
        databases = (self.publisher.database, self.subscriber.database)
        self.sweepers = [Sweeper(each, horizons, self.clock) for each in databases]
        self.processor = Processor(self.subscriber.service, self.subscriber.database, self.clock)

    def clock(self) -> datetime:
        return datetime.combine(self.day, time(20), VIETNAM).astimezone(UTC)

    def tell(self, number: int) -> None:
        """Tell a fact, or the same again under its idempotency key, however late."""
        asked = Tell(told=[Told(key=KEYS[number % 2], number=number)])
        with suppress(AnswerForgotten):
            self.publisher.act(asked, OPERATOR, self.day, key=f"tell-{number}")
        if number not in self.told:
            self.told.append(number)

    def carry(self, number: int) -> None:
        """Publish what waits; now and then the relay is killed before it marks that."""
        with self.publisher.database.transaction() as session:
            waiting = select(outbox).where(outbox.c.published_at.is_(None)).order_by(outbox.c.seq)
            rows = session.execute(waiting).all()
            for row in rows:
                found = Found(len(self.journal), told(row.envelope), row.event_id, "")
                self.journal.append(found)
            if number % 3:
                published = update(outbox).where(outbox.c.seq.in_([row.seq for row in rows]))
                session.execute(published.values(published_at=self.clock()))

    def prove(self, _number: int = 0) -> None:
        """Read the journal on, as the publisher's host does each hour: nothing of its own is lacking."""
        with self.publisher.database.transaction() as session:
            found, self.read = self.journal[self.read :], len(self.journal)
            assert take_back(session, publisher.name, found, TRUST, self.clock()) == 0

    def deliver(self, number: int) -> None:
        """Deliver what has not come yet, and some that came before."""
        some = self.journal[min(number, self.arrived) :]
        self.arrived = len(self.journal)
        with self.subscriber.database.transaction() as session:
            inbox.store(session, [each.delivery for each in some], TRUST, self.clock())

    def apply(self, _number: int = 0) -> None:
        with capture_logs():
            self.processor.step()

    def spoil(self, number: int) -> None:
        how = (None, Failure.PASSING, Failure.PERMANENT)[number % 3]
        self.group.fail(KEYS[number % 2], how)

    def retry(self, number: int) -> None:
        self._on_one(number, lambda seq: RetryParked(seq=seq, reason=WHY))

    def discard(self, number: int) -> None:
        """Discard the oldest parked event, now and then."""
        for seq, body in self.inbox(State.PARKED)[: number % 2]:
            self.subscriber.act(DiscardParked(seq=seq, reason=WHY), OPERATOR, self.day)
            self.discarded.add(Told.read(Envelope.decode(body).data).number)

    def replay(self, number: int) -> None:
        self._on_one(number, lambda seq: ReplayEvent(seq=seq, reason=WHY))

    def republish(self, number: int) -> None:
        since = self.clock() - timedelta(days=number % 3)
        self.publisher.act(RepublishOutbox(since=since, reason=WHY), OPERATOR, self.day)

    def wait(self, number: int) -> None:
        self.day += timedelta(days=number % 3)

    def sweep(self) -> None:
        for each in self.sweepers:
            each.sweep()

    def count(self) -> None:
        Counter(self.subscriber.database, self.clock).count()

    def settle(self) -> None:
        """Mend what was spoiled, and let everything come to its end."""
        for key in KEYS:
            self.group.fail(key, None)
        self.carry(1)
        self.deliver(0)
        while self.inbox(State.RECEIVED, State.RETRY, State.PARKED):
            for seq, _ in self.inbox(State.RETRY, State.PARKED):
                self.subscriber.act(RetryParked(seq=seq, reason=WHY), OPERATOR, self.day)
            self.apply()

    def inbox(self, *states: State) -> list[tuple[int, bytes]]:
        with self.subscriber.database.reading() as session:
            rows = (
                select(table.c.seq, table.c.envelope).where(table.c.state.in_(states)).order_by(table.c.seq)
            )
            return [(row.seq, row.envelope) for row in session.execute(rows)]

    def without_bytes(self) -> tuple[int, int]:
        """How many events of the outbox, and of the inbox, have lost their bytes."""
        with self.publisher.database.reading() as told, self.subscriber.database.reading() as heard:
            count = select(func.count())
            return (
                told.execute(count.where(outbox.c.envelope.is_(None))).scalar_one(),
                heard.execute(count.where(table.c.envelope.is_(None))).scalar_one(),
            )

    def _on_one(self, number: int, act: Callable[[int], Reasoned]) -> None:
        with suppress(Refusal):
            self.subscriber.act(act(number % 6 + 1), OPERATOR, self.day)
