"""What is forgotten after its time, whatever else happens meanwhile, and what never is."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from structlog.testing import capture_logs

from contracts.envelope import Envelope
from contracts.errors import Refusal
from shared.bus import inbox
from shared.bus.inbox import State
from shared.bus.journal import Found
from shared.bus.memory import TRUST, told
from shared.bus.place import Lacking, keep
from shared.bus.processor import Processor
from shared.bus.taking_back import take_back
from shared.clock import VIETNAM
from shared.conformance import first
from shared.conformance.listener import hear
from shared.conformance.port import Failure
from shared.conformance.publisher import Tell, Told
from shared.conformance.publisher import service as publisher
from shared.conformance.stored import OPERATOR, StoredGroup
from shared.counting import Counter, rows_of_inbox
from shared.dispatch.once import AnswerForgotten, KeyReused
from shared.operations.journal_messages import AcceptJournalLoss, RepublishOutbox
from shared.operations.messages import DiscardParked, ParkedEvent, Reasoned, ReplayEvent, RetryParked
from shared.operations.replay_event import BytesForgotten
from shared.retention import BATCH, Horizons, Sweeper
from shared.service import Feature, reaction
from shared.settings import Settings
from shared.tables import answers, outbox, unread_calls
from shared.tables import inbox as table
from shared.testing import Stage
from shared.unread_calls import UnreadCalls

WHY = "after its time"
KEYS = ("a", "b")
Act = tuple[str, int]
Json = dict[str, Any]
replayable = Feature(reactions=[reaction(Told, replayable=True)(hear)])


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


def nothing_pending_is_forgotten(pair: Pair) -> None:
    with pair.publisher.database.reading() as session:
        needed = outbox.c.published_at.is_(None) | outbox.c.journal_offset.is_(None)
        assert session.scalar(select(func.count()).where(needed, outbox.c.envelope.is_(None))) == 0
    assert all(body for _, body in pair.inbox(*(set(State) - {State.DONE})))
    with pair.subscriber.database.reading() as session:
        assert rows_of_inbox(session) == session.scalar(select(func.count()).select_from(table))


MOVES = ("tell", "carry", "prove", "deliver", "apply", "spoil", "retry", "discard", "replay", "republish")


@settings(max_examples=8, deadline=None)
@given(
    st.integers(0, 2),
    st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 11)), min_size=12, max_size=30),
)
def test_what_is_pending_stays_and_what_is_known_stays_known(horizon: int, moves: list[Act]) -> None:
    pair = Pair(timedelta(days=horizon))
    for move, number in moves:
        getattr(pair, move)(number)
        pair.wait(number)
        pair.sweep()
        pair.count()
        nothing_pending_is_forgotten(pair)
    pair.settle()
    for number in list(pair.told):
        pair.tell(number)
    pair.day += timedelta(days=9)
    pair.prove()
    pair.sweep()
    pair.deliver(0)
    assert not pair.inbox(State.RECEIVED), "what was heard once is known for ever"
    assert pair.without_bytes() == (len(pair.told), len(pair.told) - len(pair.discarded))
    for parity, key in enumerate(KEYS):
        wanted = [each for each in pair.told if each % 2 == parity and each not in pair.discarded]
        assert pair.group.heard(key) == wanted


@pytest.fixture
def applied() -> Pair:
    """Give one fact that was told, read in the journal, and applied."""
    pair = Pair()
    for move in (pair.tell, pair.carry, pair.deliver, pair.apply):
        move(1)
    pair.day += timedelta(days=1)
    return pair


def test_the_outbox_keeps_its_bytes_until_the_journal_was_seen_to_have_them(applied: Pair) -> None:
    applied.sweep()
    assert applied.without_bytes() == (0, 1)
    applied.prove()
    applied.sweep()
    assert applied.without_bytes() == (1, 1)


@pytest.mark.parametrize("standing", [{"lacking": Lacking.REPLACED}, {"taken_back": 1}])
def test_nothing_leaves_the_outbox_while_an_operator_must_decide(applied: Pair, standing: Json) -> None:
    applied.prove()
    with applied.publisher.database.transaction() as session:
        keep(session, **standing)
    applied.sweep()
    assert applied.without_bytes() == (0, 1)


def test_after_a_loss_of_the_journal_the_outbox_keeps_what_was_not_seen_again(applied: Pair) -> None:
    applied.prove()
    with applied.publisher.database.transaction() as session:
        keep(session, lacking=Lacking.REPLACED)
    applied.publisher.act(AcceptJournalLoss(reason=WHY), OPERATOR, applied.day)
    applied.sweep()
    assert applied.without_bytes() == (0, 1)


def test_publishing_again_says_what_only_the_journal_has(applied: Pair) -> None:
    applied.prove()
    applied.sweep()
    applied.tell(3)
    applied.carry(1)
    told = applied.publisher.act(RepublishOutbox(reason=WHY), OPERATOR, applied.day)
    assert (told.events, told.forgotten) == (1, 1)
    applied.sweep()
    assert applied.without_bytes() == (1, 1), "what is published again must be seen in the journal again"


def test_an_event_without_bytes_is_shown_and_not_replayed(applied: Pair) -> None:
    applied.sweep()
    shown = applied.subscriber.ask(ParkedEvent(seq=1), OPERATOR)
    assert (shown.state, shown.envelope, shown.bytes) == (State.DONE, None, 0)
    everything = replace(applied.subscriber.service, features=[replayable])
    applied.subscriber.play(everything)
    with pytest.raises(BytesForgotten):
        applied.subscriber.act(ReplayEvent(seq=1, reason=WHY), OPERATOR, applied.day)


def test_what_operators_did_outlives_the_answers(applied: Pair) -> None:
    for seq in (1, 1):
        applied.subscriber.act(ReplayEvent(seq=seq, reason=WHY), OPERATOR, applied.day)
    applied.day += timedelta(days=1)
    applied.sweep()
    assert len(applied.subscriber.ask(ParkedEvent(seq=1), OPERATOR).acts) == 2
    with applied.publisher.database.reading() as session:
        assert list(session.scalars(select(answers.c.answer))) == [None]


def test_a_key_is_known_when_its_answer_is_forgotten(applied: Pair) -> None:
    applied.sweep()
    asked = Tell(told=[Told(key="b", number=1)])
    with pytest.raises(AnswerForgotten):
        applied.publisher.act(asked, OPERATOR, applied.day, key="tell-1")
    with pytest.raises(KeyReused):
        applied.publisher.act(Tell(), OPERATOR, applied.day, key="tell-1")
    assert len(applied.publisher.envelopes) == 1


def test_a_call_that_nobody_could_read_is_forgotten_after_its_time(applied: Pair) -> None:
    UnreadCalls(applied.publisher.database, applied.clock).keep("Unreadable", "command", b"x")
    applied.sweep()
    assert unread(applied) == 1, "it came just now"
    applied.day += timedelta(days=1)
    applied.sweep()
    assert unread(applied) == 0


def unread(pair: Pair) -> int:
    with pair.publisher.database.reading() as session:
        return session.execute(select(func.count()).select_from(unread_calls)).scalar_one()


def test_so_much_at_once_that_no_command_waits_long(applied: Pair) -> None:
    for number in range(BATCH):
        UnreadCalls(applied.publisher.database, applied.clock).keep("Unreadable", "command", b"%d" % number)
    UnreadCalls(applied.publisher.database, applied.clock).keep("Unreadable", "command", b"last")
    applied.day += timedelta(days=1)
    applied.sweepers[0].sweep()
    assert unread(applied) == 1


def test_each_horizon_is_a_setting_of_its_own() -> None:
    days = {"keep_outbox_days": 1, "keep_inbox_days": 2, "keep_answers_days": 3, "keep_unread_calls_days": 4}
    found = Horizons.of(Settings.model_validate(days))
    assert asdict(found) == {
        name.removeprefix("keep_").removesuffix("_days"): timedelta(days=days[name]) for name in days
    }
