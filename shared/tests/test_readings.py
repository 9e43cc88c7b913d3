"""Readings let others work, change nothing, and have so many places."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import eventlet
import pytest
from eventlet.semaphore import BoundedSemaphore
from sqlalchemy import insert, select, text
from sqlalchemy.exc import OperationalError

from contracts.calls import Call
from contracts.errors import Kind
from shared.database import Database
from shared.dispatch.in_time import TimeLimit
from shared.dispatch.places import Places, ReadingTooLong, TooManyReadings
from shared.example import WriteNote, heard, service
from shared.host.readings import YieldingReadings, readings_of
from shared.testing import Stage, actor

LONG = 300_000  # rows that take SQLite longer than a turn, and a thread some hundredths of a second
NINES = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT :most) "
    "SELECT i FROM n WHERE i % 9 = 0"
)
HEARD = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT :most) "
    "SELECT count(*) + 0 * (SELECT max(i) FROM n) FROM example_heard"
)
FOR_EVER = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(f"sqlite:///{tmp_path}/example.db")
    service.tables.create_all(made.engine)
    with made.transaction() as session:
        session.execute(insert(heard), [{"board": "b", "number": number} for number in range(100)])
    yield made
    made.engine.dispose()


@pytest.fixture
def reading(database: Database) -> YieldingReadings:
    return YieldingReadings(database.engine.url, 2, seconds=20)


def test_what_takes_long_is_answered_in_full(reading: YieldingReadings) -> None:
    with reading() as session:
        found = session.execute(NINES, {"most": LONG})
        assert list(found.scalars()) == list(range(9, LONG + 1, 9))


def test_rows_come_as_they_do_from_the_driver(database: Database, reading: YieldingReadings) -> None:
    wanted = select(heard).order_by(heard.c.number)
    with reading() as session, database.reading() as usual:
        found, expected = session.execute(wanted), usual.execute(wanted)
        for fetch in ("fetchone", "fetchmany", "fetchall", "fetchone", "fetchmany"):
            sizes = [7] if fetch == "fetchmany" else []
            assert getattr(found, fetch)(*sizes) == getattr(expected, fetch)(*sizes)


def test_others_work_while_one_reads_and_a_reading_ends_at_its_limit(database: Database) -> None:
    """Were the hub kept, the command would be carried out after the reading."""
    reading, done = YieldingReadings(database.engine.url, 2, seconds=0.3), list[str]()

    def read() -> None:
        with pytest.raises(ReadingTooLong), reading() as session:
            session.scalar(FOR_EVER)
        done.append("reading")

    def command() -> None:
        with database.transaction() as session:
            session.execute(insert(heard).values(board="c", number=1))
        done.append("command")

    threads = [eventlet.spawn(read), eventlet.spawn(command)]
    for thread in threads:
        thread.wait()
    assert done == ["command", "reading"]
    with reading() as session:
        assert session.scalar(select(heard.c.number).where(heard.c.board == "c")) == 1


def test_a_reading_sees_one_state_even_when_it_is_begun_anew(
    database: Database, reading: YieldingReadings
) -> None:
    with reading() as session:
        before = session.scalar(HEARD, {"most": 1})
        with database.transaction() as writing:
            writing.execute(insert(heard).values(board="b", number=-1))
        assert session.scalar(HEARD, {"most": LONG}) == before == 100
    with reading() as session:
        assert session.scalar(HEARD, {"most": 1}) == 101


def test_a_reading_can_change_nothing(reading: YieldingReadings) -> None:
    with pytest.raises(OperationalError, match="readonly"), reading() as session:
        session.execute(insert(heard).values(board="b", number=1))


def test_who_asks_on_postgresql_needs_no_thread() -> None:
    database = Database("postgresql+psycopg2://nobody@127.0.0.1:1/none")
    assert readings_of(database, 2, 1) == database.reading


def test_so_many_are_answered_so_many_wait_and_the_rest_comes_again() -> None:
    places, nobody_waits = Places(at_once=2, waiting=1), TimeLimit(until=0.0)
    with ExitStack() as taken:
        for _ in range(2):
            taken.enter_context(places.one(TimeLimit()))
        with pytest.raises(TooManyReadings):
            taken.enter_context(places.one(nobody_waits))
    with ExitStack() as taken:
        for _ in range(2):
            taken.enter_context(places.one(nobody_waits))


def test_a_waiting_reading_takes_the_place_that_becomes_free_and_one_too_many_is_refused_at_once() -> None:
    places, done = Places(at_once=1, waiting=1), list[str]()
    places._answered = BoundedSemaphore(1)  # as in a host, where threads are green

    def wait() -> None:
        with places.one(TimeLimit()):
            done.append("second")

    with places.one(TimeLimit()):
        waiting = eventlet.spawn(wait)
        eventlet.sleep(0)
        with pytest.raises(TooManyReadings), places.one(TimeLimit()):
            pass
        done.append("first")
    waiting.wait()
    assert done == ["first", "second"]


def test_a_reading_without_a_place_is_told_so_and_a_command_needs_none() -> None:
    stage = Stage(service)
    stage.dispatcher = replace(stage.dispatcher, places=Places(at_once=1, waiting=0))
    question = Call(name="count_notes", payload={"board": "b"}, correlation_id="cor_1", milliseconds=60_000)
    with stage.dispatcher.places.one(TimeLimit()):
        problem = stage.dispatcher.query(question).problem
        stage.act(WriteNote(board="b", text="a"), actor("btt-mttq-tinh"))
    assert problem is not None
    assert (problem.slug, problem.kind) == ("too-many-readings", Kind.UNAVAILABLE)
    assert stage.dispatcher.query(question).answer == {"written": 1, "heard": 0}
