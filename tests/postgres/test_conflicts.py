"""Transactions side by side: what no order of them could explain is not kept, and is done again."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from postgres.test_inbox import event, receive, states
from shared.bus.lease import TERM, Lease
from shared.bus.processor import Processor
from shared.database import Database
from shared.example import service
from shared.group_commit import GroupCommit, Job
from shared.repeating import Turn, is_conflict

NOW = datetime(2017, 6, 16, 3, tzinfo=UTC)
Connect = Callable[[], Database]
SHELF = text("CREATE TABLE shelf (id serial PRIMARY KEY, owner text UNIQUE, number integer)")
COUNT, NEWEST = text("SELECT count(*) FROM shelf"), text("SELECT number FROM shelf ORDER BY number")
PUT = text("INSERT INTO shelf (owner, number) VALUES (:owner, :number)")


@pytest.fixture(autouse=True)
def _shelf(database: Database) -> None:
    """Make a table with a rule that nothing but isolation keeps: the next number is how many there are."""
    with database.sole_transaction() as connection:
        connection.execute(SHELF)


class Act:
    """Puts a thing on the shelf; somebody else does the same between its reading and its writing."""

    def __init__(self, owner: str, meanwhile: Callable[[], object] = lambda: None, times: int = 1) -> None:
        self.owner, self.tries, self._meanwhile, self._times = owner, 0, meanwhile, times

    def __call__(self, session: Session) -> int:
        self.tries += 1
        number = session.execute(COUNT).scalar_one()
        if self.tries <= self._times:
            self._meanwhile()
        session.execute(PUT, {"owner": self.owner, "number": number})
        return int(number)


def numbers(database: Database) -> list[int]:
    with database.reading() as session:
        return list(session.scalars(NEWEST))


def rival(connect: Connect) -> Callable[[], int]:
    other, names = connect(), iter("rstuvw")
    return lambda: other.carry_out(Act(next(names)))


def test_an_act_that_another_got_in_the_way_of_is_done_again(connect: Connect, database: Database) -> None:
    act = Act("a", rival(connect))
    assert database.carry_out(act) == 1
    assert (act.tries, numbers(database)) == (2, [0, 1])


def test_the_second_try_lets_nobody_in(
    connect: Connect, database: Database, background: Any, until_blocked: Callable[[], None]
) -> None:
    others, other = list[Any](), rival(connect)

    def meanwhile() -> None:
        if not others:
            others.append(other())
        else:
            others.append(background(other))
            until_blocked()

    act = Act("a", meanwhile, times=2)
    assert database.carry_out(act) == 1
    others[1].end()
    assert (act.tries, numbers(database)) == (2, [0, 1, 2])


def test_a_group_is_done_again_whole(connect: Connect, database: Database) -> None:
    first, second = Act("a"), Act("b", rival(connect))
    jobs = [Job[object](each) for each in (first, second)]
    GroupCommit(database)._carry_out(jobs)
    assert [each.result() for each in jobs] == [1, 2]
    assert (first.tries, second.tries, numbers(database)) == (2, 2, [0, 1, 2])


def test_in_the_end_a_group_is_done_one_by_one(database: Database) -> None:
    """One whose key is there for good brings nobody else down."""
    database.carry_out(Act("a"))
    jobs = [Job[object](Act(owner)) for owner in ("b", "a", "c")]
    GroupCommit(database)._carry_out(jobs)
    assert [jobs[0].result(), jobs[2].result(), numbers(database)] == [1, 2, [0, 1, 2]]
    with pytest.raises(DBAPIError) as raised:
        jobs[1].result()
    assert is_conflict(raised.value)


def test_a_conflict_that_lasts_is_raised_after_three_tries(database: Database) -> None:
    database.carry_out(Act("a"))
    again = Act("a")
    with pytest.raises(DBAPIError):
        database.carry_out(again)
    assert again.tries == 3


def test_two_who_wait_for_each_other_both_go_on(
    connect: Connect, database: Database, background: Any
) -> None:
    database.carry_out(Act("a"))
    database.carry_out(Act("b"))
    met = threading.Barrier(2)

    def change(*owners: str) -> Callable[[Session], None]:
        tries: list[int] = []

        def act(session: Session) -> None:
            for owner in owners:
                session.execute(text("UPDATE shelf SET number = number + 1 WHERE owner = :o"), {"o": owner})
                if len(tries) == 0:
                    tries.append(1)
                    met.wait(30)

        return act

    other = connect()
    crossing = background(lambda: other.carry_out(change("b", "a")))
    database.carry_out(change("a", "b"))
    crossing.end()
    assert numbers(database) == [2, 3]


@pytest.mark.parametrize("turn", [Turn.ONE, Turn.ALONE])
def test_who_waited_for_a_turn_sees_what_was_done_meanwhile(
    connect: Connect, database: Database, background: Any, until_blocked: Callable[[], None], turn: Turn
) -> None:
    act, other = Act("late"), connect()
    with database.transaction(turn) as session:
        late = background(lambda: other.carry_out(act, turn))
        until_blocked()
        Act("early")(session)
    late.end()
    assert (act.tries, numbers(database)) == (1, [0, 1])


def test_a_reaction_that_conflicts_is_no_failure_of_its_event(connect: Connect, database: Database) -> None:
    """It is tried again at once: nothing is set back, and nothing is told twice."""
    act = Act("reaction", rival(connect))

    def apply(_service: Any, session: Session, *_: Any) -> None:
        act(session)

    receive(database, event("a", 1))
    assert Processor(service, database, apply=apply).step() == 1
    assert (act.tries, states(database), numbers(database)) == (2, ["done"], [0, 1])


def test_of_two_who_claim_a_lease_at_once_one_has_it(
    connect: Connect, database: Database, background: Any, until_blocked: Callable[[], None]
) -> None:
    first, second, held = Lease(database, "relay"), Lease(connect(), "relay"), list[bool]()
    with database.bare_transaction() as connection:
        assert first.claim(connection)
        late = background(lambda: held.append(second.hold()))
        until_blocked()
    late.end()
    assert held == [False]


def test_who_lost_the_lease_meanwhile_writes_nothing_under_it(connect: Connect, database: Database) -> None:
    holder = Lease(database, "relay", lambda: NOW)
    heir = Lease(connect(), "relay", lambda: NOW + 2 * TERM)
    assert holder.hold()

    def write() -> None:
        with database.bare_transaction() as connection:
            connection.execute(PUT, {"owner": "relay", "number": 1})
            assert heir.hold()
            holder.claim(connection)

    with pytest.raises(DBAPIError) as raised:
        write()
    assert is_conflict(raised.value)
    assert numbers(database) == []
