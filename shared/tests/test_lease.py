from datetime import UTC, datetime, timedelta

import pytest

from shared import tables
from shared.bus.lease import TERM, Lease
from shared.database import Database


class Clock:
    now = datetime(2017, 6, 16, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database() -> Database:
    made = Database("sqlite://")
    tables.metadata.create_all(made.engine)
    return made


def claimed(lease: Lease, database: Database) -> bool:
    with database.bare_transaction() as connection:
        return lease.claim(connection)


def test_only_one_holds(database: Database, clock: Clock) -> None:
    first, second = (Lease(database, "relay", clock) for _ in range(2))
    assert (first.hold(), second.hold(), first.hold()) == (True, False, True)


def test_a_paused_holder_loses_it_and_knows(database: Database, clock: Clock) -> None:
    first, second = (Lease(database, "relay", clock) for _ in range(2))
    first.hold()
    clock.now += TERM + timedelta(seconds=1)
    assert second.hold()
    assert not claimed(first, database)


def test_a_holder_that_is_only_late_may_finish(database: Database, clock: Clock) -> None:
    lease = Lease(database, "relay", clock)
    lease.hold()
    clock.now += 3 * TERM
    assert claimed(lease, database)


def test_a_released_lease_is_free_at_once(database: Database, clock: Clock) -> None:
    first, second = (Lease(database, "relay", clock) for _ in range(2))
    first.hold()
    first.release()
    assert second.hold()


def test_a_holder_prolongs_in_time(database: Database, clock: Clock) -> None:
    first, second = (Lease(database, "relay", clock) for _ in range(2))
    for _ in range(10):
        assert first.hold()
        clock.now += TERM / 2
        assert not second.hold()


def test_nobody_waits_for_a_dead_holder_whose_clock_was_fast(database: Database, clock: Clock) -> None:
    fast, seconds = Clock(), [0.0]
    fast.now = clock.now + timedelta(hours=1)
    dead = Lease(database, "relay", fast)
    heir = Lease(database, "relay", clock, stopwatch=lambda: seconds[0])
    dead.hold()
    assert not heir.hold()
    seconds[0] = TERM.total_seconds()
    fast.now += TERM
    dead.hold()  # it was alive after all
    assert not heir.hold()
    seconds[0] += TERM.total_seconds() + 1
    assert heir.hold()
