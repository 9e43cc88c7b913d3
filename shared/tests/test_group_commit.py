"""Acts that are carried out together: each succeeds or fails alone, unless the commit fails."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, event, insert, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from shared.connections import TransactionLost
from shared.database import Database
from shared.group_commit import GroupCommit, Job
from shared.repeating import Turn

metadata = MetaData()
kept = Table("kept", metadata, Column("number", Integer, primary_key=True))
blobs = Table("blobs", metadata, Column("id", Integer, primary_key=True), Column("body", LargeBinary))


class Refused(Exception):
    """What an act raises."""


def act(number: int, *, fails: bool = False) -> Callable[[Session], int]:
    def keep(session: Session) -> int:
        session.execute(insert(kept).values(number=number))
        if fails:
            raise Refused(number)
        return number

    return keep


def numbers(database: Database) -> set[int]:
    with database.reading() as session:
        return set(session.scalars(select(kept.c.number)))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(f"sqlite:///{tmp_path}/kept.db")
    metadata.create_all(made.engine)
    yield made
    made.engine.dispose()


def all_at_once(group_commit: GroupCommit, acts: list[Callable[[Session], int]]) -> list[int | Exception]:
    """Start every act at the same instant, and return what each caller got."""
    start = threading.Barrier(len(acts))

    def one(each: Callable[[Session], int]) -> int | Exception:
        start.wait()
        try:
            return group_commit.run(each)
        except Exception as error:  # noqa: BLE001 - what was raised is what is looked at
            return error

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_each_gets_its_own_result_and_only_what_failed_is_undone(fails: list[bool]) -> None:
    database = Database("sqlite://")
    metadata.create_all(database.engine)
    acts = [act(number, fails=each) for number, each in enumerate(fails)]
    for number, got in enumerate(all_at_once(GroupCommit(database), acts)):
        assert isinstance(got, Refused) if fails[number] else got == number
    assert numbers(database) == {number for number, each in enumerate(fails) if not each}


def test_who_comes_at_the_same_time_shares_a_transaction(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, whole = list[int](), database.transaction

    def counted(*turn: Turn) -> object:
        opened.append(1)
        return whole(*turn)

    monkeypatch.setattr(database, "transaction", counted)
    group_commit = GroupCommit(database)
    with group_commit._one_at_a_time, ThreadPoolExecutor(8) as pool:
        results = [pool.submit(group_commit.run, act(number)) for number in range(8)]
        while len(group_commit._waiting) < 8:
            threading.Event().wait(0.001)
        group_commit._one_at_a_time.release()
        assert {each.result(10) for each in results} == set(range(8))
        group_commit._one_at_a_time.acquire()
    assert len(opened) == 1


@pytest.mark.parametrize(("count", "savepoints"), [(1, 0), (3, 3)])
def test_only_who_shares_a_transaction_needs_a_savepoint(
    database: Database, count: int, savepoints: int
) -> None:
    opened = list[str]()
    event.listen(database.engine, "savepoint", lambda _, name: opened.append(name))
    GroupCommit(database)._carry_out([Job[object](act(number)) for number in range(count)])
    assert (len(opened), numbers(database)) == (savepoints, set(range(count)))


def test_one_that_fails_alone_leaves_nothing_and_the_next_goes_on(database: Database) -> None:
    group_commit = GroupCommit(database)
    with pytest.raises(Refused):
        group_commit.run(act(1, fails=True))
    assert group_commit.run(act(2)) == 2
    assert numbers(database) == {2}


def test_where_the_commit_fails_nobody_was_served(database: Database) -> None:
    @event.listens_for(database.engine, "before_cursor_execute")
    def fail(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement == "COMMIT":
            raise OperationalError(statement, {}, Exception("disk I/O error"))

    results = all_at_once(GroupCommit(database), [act(1), act(2, fails=True), act(3)])
    event.remove(database.engine, "before_cursor_execute", fail)
    assert [type(each) for each in results] == [OperationalError, Refused, OperationalError]
    assert numbers(database) == set()


def test_an_interruption_of_the_group_reaches_the_one_who_leads_it(database: Database) -> None:
    group_commit = GroupCommit(database)

    def interrupt(_session: Session) -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        group_commit.run(interrupt)
    assert group_commit.run(act(1)) == 1
    assert numbers(database) == {1}


def fill(bytes_: int) -> Callable[[Session], int]:
    """An act that meets the end of the disk in the middle of a statement."""

    def write(session: Session) -> int:
        session.execute(insert(blobs).values(body=b"x" * bytes_))
        return bytes_

    return write


def test_what_the_database_gave_up_is_lost_for_all_and_all_are_told(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/small.db")
    metadata.create_all(database.engine)
    event.listen(database.engine, "checkout", _limit_pages)
    group_commit = GroupCommit(database)
    got = all_at_once(group_commit, [act(1), fill(4_000_000), act(2), act(3)])
    told = {each for each in got if isinstance(each, int)}
    assert any(isinstance(each, Exception) for each in got)
    assert numbers(database) == told


def test_a_group_that_lost_its_transaction_fails_whole(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/small.db")
    metadata.create_all(database.engine)
    event.listen(database.engine, "checkout", _limit_pages)
    group_commit = GroupCommit(database)
    jobs: list[Job[object]] = [Job(act(1)), Job(fill(4_000_000)), Job(act(2))]
    group_commit._carry_out(jobs)
    for job in jobs:
        with pytest.raises((OperationalError, TransactionLost)):
            job.result()
    assert numbers(database) == set()


def test_a_commit_of_nothing_is_an_error(database: Database) -> None:
    def give_up() -> None:
        with database.transaction() as session:
            session.execute(insert(kept).values(number=1))
            session.connection().exec_driver_sql("ROLLBACK")

    with pytest.raises(TransactionLost):
        give_up()
    assert numbers(database) == set()


def _limit_pages(connection: sqlite3.Connection, _record: object, _proxy: object) -> None:
    connection.execute("PRAGMA max_page_count=200")
