"""Sessions have limits: who waits or works too long, or stands idle, is ended, and the host goes on."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from chungtay.waiting import wait_until
from contracts.errors import Kind
from postgres.test_dispatcher import Spoken, call
from shared.database import Database
from shared.dispatch import Dispatcher
from shared.example import service
from shared.repeating import is_conflict, may_pass
from shared.session_limits import SessionLimits
from shared.tables import leases, outbox, turns

PID = text("SELECT pg_backend_pid()")
SOONER = text("SET LOCAL idle_in_transaction_session_timeout = 50")
ALIVE = text("SELECT 1 FROM pg_stat_activity WHERE pid = :pid")
END_OTHERS = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
Limited = Callable[..., Database]


@pytest.fixture
def limited(database: Database) -> Iterator[Limited]:
    """Give the way to connect with limits to the same database."""
    address, made = database.engine.url.render_as_string(hide_password=False), list[Database]()

    def limit(**seconds: float) -> Database:
        made.append(Database(address, limits=SessionLimits(**seconds)))
        return made[-1]

    yield limit
    for each in made:
        each.engine.dispose()


def test_every_session_has_its_limits(limited: Limited) -> None:
    with limited(connect=7, lock=1, statement=2, idle=3, keepalive=9).reading() as session:
        shown = [
            session.scalar(text(f"SHOW {name}"))
            for name in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
        ]
        driver: Any = session.connection().connection.driver_connection
        told = driver.info.dsn_parameters
    assert shown == ["1s", "2s", "3s"]
    names = ("connect_timeout", "keepalives_idle", "keepalives_interval", "tcp_user_timeout")
    assert [told[name] for name in names] == ["7", "9", "3", "18000"]


def test_a_lock_that_another_session_holds_is_a_problem_that_may_pass(
    limited: Limited, database: Database
) -> None:
    dispatcher = Dispatcher(service, limited(lock=0.05), Spoken())
    with database.engine.connect() as stranger:
        stranger.execute(text("LOCK TABLE example_written IN ACCESS EXCLUSIVE MODE"))
        problem = dispatcher.command(call("k1")).problem
        stranger.rollback()
    assert problem
    assert (problem.slug, problem.kind) == ("database-busy", Kind.UNAVAILABLE)
    with database.reading() as session:
        assert session.execute(select(outbox)).all() == []
    assert dispatcher.command(call("k1")).answer


def test_who_waits_for_a_turn_too_long_is_told_so_too(limited: Limited, database: Database) -> None:
    dispatcher = Dispatcher(service, limited(lock=0.05), Spoken())
    with database.engine.connect() as stranger:
        stranger.execute(text(f"LOCK TABLE {turns.name} IN EXCLUSIVE MODE"))
        problem = dispatcher.command(call("k1")).problem
        stranger.rollback()
    assert problem
    assert problem.slug == "database-busy"


def test_a_statement_that_takes_too_long_is_ended(limited: Limited) -> None:
    quick = limited(statement=0.05)
    with pytest.raises(DBAPIError) as raised, quick.reading() as session:
        session.execute(text("SELECT pg_sleep(30)"))
    assert may_pass(raised.value)
    assert not is_conflict(raised.value)


def test_a_migration_may_take_longer(limited: Limited) -> None:
    with limited(statement=0.05).sole_transaction() as connection:
        connection.execute(text("SELECT pg_sleep(0.1)"))


def test_a_session_left_idle_in_a_transaction_is_ended_and_the_host_goes_on(
    limited: Limited, database: Database
) -> None:
    idle = limited()

    def alive(pid: int) -> bool:
        with database.reading() as session:
            return session.execute(ALIVE, {"pid": pid}).first() is not None

    def stand_still() -> None:
        with idle.transaction() as session:
            session.execute(insert(turns).values(id=1))
            pid = session.execute(PID).scalar_one()
            session.execute(SOONER)
            assert wait_until(lambda: not alive(pid), seconds=30, every=0.01)
            session.execute(select(leases))

    with pytest.raises(DBAPIError) as raised:
        stand_still()
    assert may_pass(raised.value)
    assert Dispatcher(service, idle, Spoken()).command(call("k1")).answer
    with database.reading() as session:
        assert session.execute(select(turns)).all() == []


def test_who_comes_after_a_restart_of_the_server_notices_nothing(
    limited: Limited, database: Database
) -> None:
    dispatcher = Dispatcher(service, limited(), Spoken())
    assert dispatcher.command(call("k1")).answer
    with database.engine.connect() as connection:
        connection.execute(END_OTHERS)
    assert dispatcher.command(call("k2")).answer
