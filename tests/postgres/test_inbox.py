"""Storing and applying where two instances of a service, or two deliveries, meet."""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

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
Connect = Callable[[], Database]


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
    good = json.loads(Envelope.model_validate(values).encode())
    return json.dumps({**good, **changes}).encode()


def receive(database: Database, *arrivals: bytes) -> None:
    database.carry_out(lambda session: inbox.store(session, map(told, arrivals), TRUST, NOW))


def drain(processor: Processor) -> None:
    while processor.step():
        pass


def heard(database: Database, board: str) -> list[int]:
    with database.reading() as session:
        return Notes(work_in(service, session)).heard(board)


def states(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(tables.inbox.c.state).order_by(tables.inbox.c.seq)))


def test_an_event_delivered_twice_at_once_is_kept_once(
    connect: Connect, database: Database, background: Any, until_blocked: Callable[[], None]
) -> None:
    other = connect()
    with database.transaction() as session:
        inbox.store(session, map(told, [event("a", 1), event("a", 2), event("a", 1)]), TRUST, NOW)
        again = background(lambda: receive(other, event("a", 2), event("a", 3)))
        until_blocked()
    again.end()
    assert states(database) == [State.RECEIVED] * 3


def test_the_key_alone_keeps_an_event_once(
    database: Database, background: Any, until_blocked: Callable[[], None]
) -> None:
    """Even past the unit of work, whose lock would let nobody in."""

    def store() -> None:
        with Session(database.engine) as session, session.begin():
            inbox.store(session, map(told, [event("a", 1)]), TRUST, NOW)

    with Session(database.engine) as session, session.begin():
        inbox.store(session, map(told, [event("a", 1)]), TRUST, NOW)
        again = background(store)
        until_blocked()
    again.end()
    assert states(database) == [State.RECEIVED]


@pytest.mark.parametrize(
    "changes",
    [{"id": "x" * 81}, {"partitionkey": "x" * 240}, {"partitionkey": "a\0b"}, {"id": "\0"}],
    ids=["long id", "long key", "NUL in the key", "NUL in the id"],
)
def test_what_the_database_would_refuse_is_kept_raw_and_stops_nobody(
    database: Database, changes: dict[str, str]
) -> None:
    poison = event("a", 1, **changes)
    receive(database, poison, event("b", 1))
    drain(Processor(service, database))
    assert states(database) == [State.PARKED, State.DONE]
    with database.reading() as session:
        rows = select(tables.inbox.c.envelope).where(tables.inbox.c.state == State.PARKED)
        assert session.scalar(rows) == poison


def test_two_processors_take_turns(
    connect: Connect, database: Database, background: Any, until_blocked: Callable[[], None]
) -> None:
    """The second finds done what the first has in hand, though it looked before that was done."""
    inside, go_on = threading.Event(), threading.Event()

    def pausing(*arguments: Any) -> None:
        reacting.apply(*arguments)
        inside.set()
        assert go_on.wait(30)

    receive(database, *(event("a", number) for number in range(5)))
    first = background(lambda: Processor(service, connect(), apply=pausing).step())
    assert inside.wait(30)
    second = background(Processor(service, connect()).step)
    until_blocked()
    go_on.set()
    first.end()
    second.end()
    assert heard(database, "a") == list(range(5))


def test_many_processors_apply_each_event_once_in_order_per_key(
    connect: Connect, database: Database, background: Any
) -> None:
    boards = [f"b{number}" for number in range(10)]
    receive(database, *(event(board, number) for number in range(30) for board in boards))
    processors = [Processor(service, connect()) for _ in range(4)]
    for each in [background(partial(drain, each)) for each in processors]:
        each.end()
    assert [heard(database, board) for board in boards] == [list(range(30))] * len(boards)


def test_a_processor_cut_off_from_its_database_leaves_nothing(connect: Connect, database: Database) -> None:
    """Its lock goes with its connection; another one goes on."""

    def cut_off(*arguments: Any) -> None:
        reacting.apply(*arguments)
        arguments[1].execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    receive(database, event("a", 1))
    with pytest.raises(SQLAlchemyError):
        Processor(service, connect(), apply=cut_off).step()
    assert (heard(database, "a"), states(database)) == ([], [State.RECEIVED])
    drain(Processor(service, database))
    assert heard(database, "a") == [1]


def test_an_error_of_the_database_takes_back_one_event_alone(database: Database) -> None:
    """PostgreSQL lets nothing more happen in a transaction that failed; hence the savepoints."""

    def divide(served: Any, session: Any, envelope: Envelope, now: datetime) -> None:
        reacting.apply(served, session, envelope, now)
        if envelope.subject == "a":
            session.execute(text("SELECT 1 / 0"))

    receive(database, event("a", 1), event("b", 1), event("a", 2))
    drain(Processor(service, database, lambda: NOW, divide))
    assert states(database) == [State.RETRY, State.DONE, State.RECEIVED]
    assert (heard(database, "a"), heard(database, "b")) == ([], [1])


def test_retries_grow_in_the_database_until_the_event_is_parked(connect: Connect, database: Database) -> None:
    """Each attempt is made by another process, as after a restart."""

    def fail(*_: Any) -> None:
        raise RuntimeError

    def clock() -> datetime:
        return now

    receive(database, event("a", 1), event("a", 2))
    now, waited = NOW, list[timedelta]()
    for _ in INTERVALS:
        drain(Processor(service, connect(), clock, fail))
        due = Processor(service, database).next_attempt()
        assert due is not None
        waited.append(due - now)
        now = due - timedelta(microseconds=1)
        drain(Processor(service, database, clock))
        now = due
    drain(Processor(service, database, clock, fail))
    assert waited == sorted(waited) == list(INTERVALS)
    assert states(database) == [State.PARKED, State.RECEIVED]
    now += timedelta(days=365)
    drain(Processor(service, database, clock))
    assert heard(database, "a") == []
