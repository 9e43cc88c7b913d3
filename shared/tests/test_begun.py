"""Reactions that end their process, and reactions that take too long."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared import reacting, tables
from shared.bus import begun, inbox
from shared.bus.inbox import State
from shared.bus.memory import TRUST, told
from shared.bus.processor import ENDED, INTERVALS, Processor
from shared.bus.time_limit import TimeLimitExceeded
from shared.clock import system_clock
from shared.database import Database
from shared.example import Notes, NoteWritten, service
from shared.service import Feature, reaction
from shared.testing import work_in


class Death(BaseException):
    """What is left of a process that was killed: nothing that anybody catches."""


def event(board: str, number: int) -> bytes:
    note = NoteWritten(board=board, number=number)
    return Envelope(
        id=f"evt_{board}_{number}",
        source="/example",
        type=note.wire_type(),
        subject=board,
        time=system_clock(),
        dataschema=note.schema_address(),
        data=note.model_dump(),
        partitionkey=board,
        correlationid="cor_1",
        agency="btt-mttq-tinh",
        occurredon=system_clock().date(),
    ).encode()


class Bench:
    """An inbox, and one process after another that applies what it holds."""

    def __init__(self) -> None:
        self.database = Database("sqlite://")
        tables.metadata.create_all(self.database.engine)
        service.tables.create_all(self.database.engine)
        self.killing: set[str] = set()
        self.slow: set[str] = set()
        self.tried: list[str] = []
        self.limits: list[float] = []
        self.days = 0
        self.start()

    def start(self) -> None:
        self.processor = Processor(service, self.database, self.clock, self.apply, self.limit)

    def clock(self) -> datetime:
        return system_clock() + timedelta(days=self.days)

    def apply(self, served: Any, session: Session, envelope: Envelope, now: datetime) -> None:
        self.tried.append(envelope.id)
        reacting.apply(served, session, envelope, now)
        if envelope.subject in self.killing:
            raise Death
        if envelope.subject in self.slow:
            raise TimeLimitExceeded

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        self.limits.append(seconds)
        yield

    def receive(self, *bodies: bytes) -> None:
        with self.database.transaction() as session:
            inbox.store(session, map(told, bodies), TRUST, system_clock())

    def drain(self) -> None:
        while self.processor.step():
            pass

    def live_and_die(self) -> None:
        """Run one process until a reaction kills it."""
        self.start()
        self.tried.clear()
        with pytest.raises(Death):
            self.drain()

    def heard(self, board: str) -> list[int]:
        with self.database.reading() as session:
            return Notes(work_in(service, session)).heard(board)

    def states(self) -> dict[str, tuple[str, str | None]]:
        with self.database.reading() as session:
            rows = session.execute(select(tables.inbox).order_by(tables.inbox.c.seq))
            return {row.event_id: (row.state, row.error) for row in rows}

    def noted(self) -> int:
        with self.database.reading() as session:
            return session.scalar(select(func.count()).select_from(tables.begun_events)) or 0


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_what_kills_its_process_is_tried_alone_and_then_parked_and_the_others_go_on(bench: Bench) -> None:
    bench.killing = {"bad"}
    bench.receive(event("a", 1), event("bad", 1), event("bad", 2), event("c", 1))
    bench.live_and_die()
    assert bench.tried == ["evt_a_1", "evt_bad_1"]
    for already_heard in ([], [1]):
        assert bench.heard("a") == already_heard, "what was tried together was undone together"
        bench.live_and_die()
    bench.start()
    bench.drain()
    assert bench.states()["evt_bad_1"] == (State.PARKED, ENDED)
    assert (bench.heard("a"), bench.heard("bad"), bench.heard("c")) == ([1], [], [1])
    assert bench.states()["evt_bad_2"] == (State.RECEIVED, None), "its key waits for an operator"
    assert bench.noted() == 0


def test_a_process_that_was_killed_by_somebody_else_parks_nothing(bench: Bench) -> None:
    bench.receive(event("a", 1), event("b", 1), event("c", 1))
    for board in "abc":  # each time the kill meets another
        bench.killing = {board}
        bench.live_and_die()
    bench.killing = set()
    bench.start()
    bench.drain()
    assert {state for state, _ in bench.states().values()} == {State.DONE}


def test_once_a_process_has_proved_itself_nothing_is_noted(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.receive(event("a", 1))
    bench.drain()
    monkeypatch.setattr(begun, "note", None)  # whoever notes now, fails
    bench.receive(event("a", 2))
    bench.drain()
    assert bench.heard("a") == [1, 2]


def test_the_attempt_that_kills_is_noted_before_it_begins(bench: Bench) -> None:
    bench.killing = {"bad"}
    bench.receive(event("bad", 1))
    bench.live_and_die()
    assert bench.noted() == 1


def test_what_takes_too_long_is_set_back_alone(bench: Bench) -> None:
    bench.slow = {"slow"}
    bench.receive(event("a", 1), event("slow", 1), event("c", 1))
    bench.drain()
    assert bench.states() == {
        "evt_a_1": (State.DONE, None),
        "evt_slow_1": (State.RETRY, "TimeLimitExceeded: "),
        "evt_c_1": (State.DONE, None),
    }
    assert (bench.heard("slow"), bench.noted()) == ([], 0)


def test_what_always_takes_too_long_is_parked_in_the_end(bench: Bench) -> None:
    bench.slow = {"slow"}
    bench.receive(event("slow", 1))
    for times in range(len(INTERVALS) + 1):
        bench.days = times
        bench.drain()
    assert bench.states()["evt_slow_1"] == (State.PARKED, "TimeLimitExceeded: ")


def test_a_reaction_that_needs_more_says_so(bench: Bench) -> None:
    @reaction(NoteWritten, seconds=77)
    def hear_at_leisure(note: NoteWritten, work: Any) -> None:
        """Take one's time."""

    bench.processor.service = replace(service, features=[Feature(reactions=[hear_at_leisure])])
    bench.receive(event("a", 1))
    bench.drain()
    assert bench.limits == [77]
