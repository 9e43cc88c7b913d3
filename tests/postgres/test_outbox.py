"""On PostgreSQL a sequence's order is not the order of commits: no event may be skipped for that."""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select, text

from contracts.envelope import Envelope
from shared import tables
from shared.bus import outbox
from shared.bus.doorbell import Doorbell
from shared.bus.lease import TERM
from shared.bus.relay import Relay
from shared.clock import system_clock
from shared.database import Database
from shared.example import NoteWritten

NOBODY = "amqp://guest:guest@127.0.0.1:1/"
ROW = {"type": "example.note_written.v1", "key": "b", "envelope": b"{}", "created_at": system_clock()}


def write(session: Any, event_id: str) -> None:
    session.execute(tables.outbox.insert().values(event_id=event_id, **ROW))


def envelope(event_id: str) -> Envelope:
    note = NoteWritten(board="b", number=1)
    return Envelope(
        id=event_id,
        source="/example",
        type=note.wire_type(),
        subject="b",
        time=system_clock(),
        dataschema=note.schema_address(),
        data=note.model_dump(),
        partitionkey="b",
        correlationid="cor_1",
        agency="btt-mttq-tinh",
        occurredon=system_clock().date(),
    )


def waiting_in(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(tables.outbox.c.event_id).order_by(tables.outbox.c.seq)))


def relay(database: Database, folder: Path, name: str, **options: Any) -> Relay:
    return Relay("example", database, NOBODY, Doorbell(folder / name), **options)


def mark(marking: Relay, *confirmed: int) -> None:
    """Mark what the broker has confirmed, and what could not be marked before."""
    marking._confirmed.update(confirmed)
    marking._mark()


def waiting(looking: Relay) -> list[str]:
    return [row.event_id for row in looking._waiting()]


def test_who_commits_later_has_the_later_number(
    connect: Callable[[], Database], database: Database, background: Any, until_blocked: Callable[[], None]
) -> None:
    """The first has its number and has not committed; the second waits for its own."""
    numbered, go_on = threading.Event(), threading.Event()
    slow = connect()

    @event.listens_for(slow.engine, "commit")
    def wait(_connection: object) -> None:
        numbered.set()
        assert go_on.wait(30)

    def tell(told: Database, name: str) -> None:
        with told.transaction() as session:
            outbox.write(session, envelope(name))

    first = background(lambda: tell(slow, "first"))
    assert numbered.wait(30)
    second = background(lambda: tell(database, "second"))
    until_blocked()
    go_on.set()
    first.end()
    second.end()
    assert waiting_in(database) == ["first", "second"]


def test_who_tells_something_waits_for_nobody_who_is_still_at_work(
    connect: Callable[[], Database], database: Database
) -> None:
    with database.transaction() as early:
        outbox.write(early, envelope("early"))
        with connect().transaction() as late:
            outbox.write(late, envelope("late"))
    assert waiting_in(database) == ["late", "early"]


def test_what_a_savepoint_took_back_is_not_told(database: Database) -> None:
    with database.transaction() as session:
        outbox.write(session, envelope("first"))
        with suppress(LookupError), session.begin_nested():
            outbox.write(session, envelope("taken back"))
            raise LookupError
        with session.begin_nested():
            outbox.write(session, envelope("second"))
    assert waiting_in(database) == ["first", "second"]


def test_a_row_that_commits_late_under_a_lower_number_is_not_skipped(
    database: Database, tmp_path: Path
) -> None:
    looking = relay(database, tmp_path, "bell")
    late, early = database.engine.connect(), database.engine.connect()
    write(late, "late")  # past the unit of work, which would let nobody in
    write(early, "early")
    early.commit()
    assert waiting(looking) == ["early"]
    mark(looking, 2)
    late.commit()
    assert waiting(looking) == ["late"]
    late.close()
    early.close()


def test_a_relay_that_slept_beyond_its_lease_marks_nothing(
    connect: Callable[[], Database], database: Database, tmp_path: Path
) -> None:
    now = [system_clock()]
    sleeper = relay(database, tmp_path, "one", clock=lambda: now[0])
    heir = relay(connect(), tmp_path, "two", clock=lambda: now[0])
    with database.transaction() as session:
        write(session, "a")
    assert (waiting(sleeper), waiting(heir)) == (["a"], [])
    now[0] += 2 * TERM
    assert waiting(heir) == ["a"]
    mark(sleeper, 1)
    assert (waiting(sleeper), waiting(heir)) == ([], ["a"])
    mark(heir, 1)
    assert waiting(heir) == []


@pytest.mark.parametrize("together", [8])
def test_of_many_relays_that_start_at_once_one_publishes(
    connect: Callable[[], Database], database: Database, tmp_path: Path, background: Any, together: int
) -> None:
    with database.transaction() as session:
        write(session, "a")
    relays, found = [relay(connect(), tmp_path, f"bell{n}") for n in range(together)], list[list[str]]()
    for each in [background(lambda one=one: found.append(waiting(one))) for one in relays]:
        each.end()
    assert sorted(found) == [*([] for _ in range(together - 1)), ["a"]]


def test_a_relay_whose_database_is_away_waits_for_it(
    connect: Callable[[], Database], database: Database, tmp_path: Path
) -> None:
    looking = relay(connect(), tmp_path, "bell")
    with database.transaction() as session:
        write(session, "a")
        session.execute(text("ALTER TABLE leases RENAME TO gone"))
    assert waiting(looking) == []
    mark(looking, 1)
    with database.transaction() as session:
        session.execute(text("ALTER TABLE gone RENAME TO leases"))
    heir = relay(connect(), tmp_path, "heir")
    assert waiting(heir) == ["a"]
    mark(heir)
    mark(looking)
    assert waiting(heir) == ["a"]  # the lease is the heir's; what the other knows is published again
