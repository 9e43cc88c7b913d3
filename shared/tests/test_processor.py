from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from contracts.envelope import Envelope
from shared import reacting, tables
from shared.bus import inbox
from shared.bus.inbox import State
from shared.bus.memory import TRUST, told
from shared.bus.processor import INTERVALS, Processor
from shared.database import Database
from shared.example import Notes, NoteWritten, service
from shared.testing import work_in

NOW = datetime(2017, 6, 16, 3, tzinfo=UTC)


def event(board: str, number: int, **changes: Any) -> bytes:
    note = NoteWritten(board=board, number=number)
    values = {
        "id": f"evt_{board}_{number}",
        "source": "/example",
        "type": note.wire_type(),
        "subject": board,
        "time": NOW,
        "dataschema": note.schema_address(),
        "data": note.model_dump(),
        "partitionkey": board,
        "correlationid": "cor_1",
        "agency": "btt-mttq-tinh",
        "occurredon": NOW.date(),
    }
    return Envelope.model_validate({**values, **changes}).encode()


class Bench:
    """An inbox, its processor, a clock that the test moves, and boards that fail on demand."""

    def __init__(self) -> None:
        self.database = Database("sqlite://")
        tables.metadata.create_all(self.database.engine)
        service.tables.create_all(self.database.engine)
        self.now = NOW
        self.failing: set[str] = set()
        self.processor = Processor(service, self.database, lambda: self.now, self.apply)

    def apply(self, served: Any, session: Any, envelope: Envelope, now: datetime) -> None:
        reacting.apply(served, session, envelope, now)
        if envelope.subject in self.failing:
            message = "the reaction has a bug"
            raise RuntimeError(message)

    def receive(self, *bodies: bytes) -> None:
        with self.database.transaction() as session:
            inbox.store(session, map(told, bodies), TRUST, self.now)

    def drain(self) -> None:
        while self.processor.step():
            pass

    def heard(self, board: str) -> list[int]:
        with self.database.reading() as session:
            return Notes(work_in(service, session)).heard(board)

    def states(self) -> list[str]:
        with self.database.reading() as session:
            return list(session.scalars(select(tables.inbox.c.state).order_by(tables.inbox.c.seq)))


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_events_are_applied_once_however_often_they_come(bench: Bench) -> None:
    bench.receive(event("a", 1), event("a", 2), event("a", 1))
    bench.drain()
    bench.receive(event("a", 1), event("a", 2))
    bench.drain()
    assert bench.heard("a") == [1, 2]


def test_a_failing_event_leaves_no_effect_and_holds_only_its_own_key(bench: Bench) -> None:
    bench.failing = {"a"}
    bench.receive(event("a", 1), event("b", 1), event("a", 2))
    bench.drain()
    assert (bench.heard("a"), bench.heard("b")) == ([], [1])
    assert bench.states() == [State.RETRY, State.DONE, State.RECEIVED]


def test_a_failing_event_is_tried_again_when_due_and_its_key_goes_on_in_order(bench: Bench) -> None:
    bench.failing = {"a"}
    bench.receive(event("a", 1), event("a", 2))
    bench.drain()
    bench.failing = set()
    bench.drain()
    assert bench.heard("a") == []
    bench.now += INTERVALS[0]
    bench.drain()
    assert bench.heard("a") == [1, 2]


def test_after_its_last_attempt_an_event_is_parked_and_its_key_stays_held(bench: Bench) -> None:
    bench.failing = {"a"}
    bench.receive(event("a", 1), event("a", 2))
    for _ in range(len(INTERVALS) + 1):
        bench.drain()
        bench.now += max(INTERVALS)
    bench.failing = set()
    bench.drain()
    assert bench.states() == [State.PARKED, State.RECEIVED]
    assert bench.heard("a") == []


def test_what_can_never_succeed_is_parked_at_once(bench: Bench) -> None:
    bench.receive(event("a", 1, data={"board": "a"}), event("b", 1))
    bench.drain()
    assert bench.states() == [State.PARKED, State.DONE]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"[]", b'{"specversion": "1.0"}', b"[" * 100_000, b'{"id": NaN}']
)
def test_what_cannot_be_read_is_kept_raw_and_parked(bench: Bench, body: bytes) -> None:
    bench.receive(body, event("b", 1))
    bench.drain()
    assert bench.states() == [State.PARKED, State.DONE]
    with bench.database.reading() as session:
        assert session.scalar(select(tables.inbox.c.envelope).order_by(tables.inbox.c.seq)) == body


def test_a_field_that_a_consumer_does_not_know_is_ignored(bench: Bench) -> None:
    bench.receive(event("a", 1, data={"board": "a", "number": 1, "colour": "red"}))
    bench.drain()
    assert bench.heard("a") == [1]


def test_the_cause_that_is_kept_repeats_no_value(bench: Bench) -> None:
    bench.receive(event("a", 1, data={"board": "a", "number": "Nguyễn Văn Bí Mật"}))
    bench.drain()
    with bench.database.reading() as session:
        cause = session.scalar(select(tables.inbox.c.error))
    assert cause is not None
    assert "number" in cause
    assert "Mật" not in cause


@settings(max_examples=40, deadline=None)
@given(
    arrivals=st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 5)), max_size=25),
    batches=st.integers(1, 4),
    failing=st.sets(st.sampled_from("abc")),
)
def test_any_repetition_and_failure_gives_each_key_its_first_order(
    arrivals: list[tuple[str, int]], batches: int, failing: set[str]
) -> None:
    bench = Bench()
    bench.failing = failing
    for start in range(batches):
        bench.receive(*(event(*arrival) for arrival in arrivals[start::batches]))
        bench.drain()
    bench.failing = set()
    for _ in INTERVALS:
        bench.now += timedelta(days=1)
        bench.drain()
    came = [arrival for start in range(batches) for arrival in arrivals[start::batches]]
    for board in "abc":
        assert bench.heard(board) == list(dict.fromkeys(number for key, number in came if key == board))


def test_applying_is_what_the_service_declared(bench: Bench) -> None:
    declared: Callable[..., None] = Processor(service, bench.database).apply
    assert declared is reacting.apply
