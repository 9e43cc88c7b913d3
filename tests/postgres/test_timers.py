"""Two hosts whose timers come due at the same instant."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import select, text

from shared.database import Database
from shared.example import NoteWritten, notes, service
from shared.service import Feature, Timer, timer
from shared.tables import outbox, timer_runs
from shared.timers import Timers
from shared.work import Work

NOON = datetime(2017, 10, 17, 5, tzinfo=UTC)
TOGETHER = 8
Connect = Callable[[], Database]


@timer(every="hour", vi="Báo mỗi giờ")
def tell_hourly(work: Work) -> None:
    """Tell that an hour began."""
    work.emit(NoteWritten(board="hours", number=1))


def host(database: Database, act: Timer = tell_hourly) -> Timers:
    played = replace(service, features=[notes, Feature(timers=[act])])
    return Timers(played, database, lambda: NOON)


def told(database: Database) -> tuple[int, list[str]]:
    """How many events there are, and the periods of the timer."""
    with database.reading() as session:
        kept = select(timer_runs.c.period).where(timer_runs.c.timer == tell_hourly.name)
        return len(session.scalars(select(outbox.c.seq)).all()), list(session.scalars(kept))


def test_of_many_hosts_at_once_one_does_it(connect: Connect, database: Database, background: Any) -> None:
    barrier, ran = threading.Barrier(TOGETHER), list[str]()

    def look(timers: Timers) -> None:
        barrier.wait()
        ran.extend(timers.run_due())

    for each in [background(partial(look, host(connect()))) for _ in range(TOGETHER)]:
        each.end()
    assert sorted(ran) == ["forget_struck_notes", "tell_hourly"]
    assert told(database) == (1, ["2017-10-17T12"])


def test_a_host_that_comes_while_another_is_at_it_finds_it_done(
    connect: Connect, database: Database, background: Any, until_blocked: Callable[[], None]
) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def pause(work: Work) -> None:
        tell_hourly(work)
        inside.set()
        assert go_on.wait(30)

    pausing = replace(tell_hourly, act=pause)
    pause.__name__ = tell_hourly.name
    first = background(lambda: host(connect(), pausing).run(pausing))
    assert inside.wait(30)
    late = host(connect())
    second = background(lambda: late.run(tell_hourly))
    until_blocked()
    go_on.set()
    first.end()
    second.end()
    assert told(database) == (1, ["2017-10-17T12"])


def test_a_host_cut_off_amid_its_act_leaves_it_to_another(connect: Connect, database: Database) -> None:
    def cut_off(work: Work) -> None:
        tell_hourly(work)
        work.session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    cut_off.__name__ = tell_hourly.name
    assert host(connect(), replace(tell_hourly, act=cut_off)).run_due() == ["forget_struck_notes"]
    assert told(database) == (0, [])
    assert host(connect()).run_due() == ["tell_hourly"]
    assert told(database) == (1, ["2017-10-17T12"])
