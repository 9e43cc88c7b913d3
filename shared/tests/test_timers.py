"""A timer's act is done once in each period: two hosts, restarts, crashes and clocks that jump included."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from signal import SIGKILL
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from shared import tables
from shared.bus.processor import INTERVALS
from shared.database import Database
from shared.example import Note, NoteWritten, StrikeNote, WriteNote, notes, service
from shared.history.messages import HistoryOf
from shared.service import Feature, Service, Timer, timer
from shared.testing import SIGNING_DAY, Stage, actor
from shared.timers import Timers, period_of
from shared.work import Work

NOON = datetime(2017, 10, 17, 5, tzinfo=UTC)
WRITER = actor("btt-mttq-tinh")
CRASHING = """
import sys
from shared.database import Database
from shared.example import service
from shared.timers import Timers
Timers(service, Database(sys.argv[1])).run_due()
"""


@timer(every="day", vi="Báo mỗi ngày")
def tell_daily(work: Work) -> None:
    """Tell that a day began."""
    work.emit(NoteWritten(board="days", number=work.today.day))


def with_timers(*timers: Timer) -> Service:
    return replace(service, features=[notes, Feature(timers=timers)])


@dataclass
class Host:
    """One host with a clock and a stopwatch that the test moves."""

    service: Service
    database: Database
    now: datetime = NOON
    seconds: float = 0.0
    timers: Timers = field(init=False)

    def __post_init__(self) -> None:
        self.timers = Timers(self.service, self.database, lambda: self.now, lambda: self.seconds)

    def at(self, now: datetime) -> list[str]:
        self.now = now
        return self.timers.run_due()


def made(url: str = "sqlite://") -> Database:
    database = Database(url)
    tables.metadata.create_all(database.engine)
    service.tables.create_all(database.engine)
    return database


def told(database: Database) -> int:
    with database.reading() as session:
        return len(session.scalars(select(tables.outbox.c.seq)).all())


def periods(database: Database, name: str = "tell_daily") -> list[str]:
    with database.reading() as session:
        kept = select(tables.timer_runs.c.period).where(tables.timer_runs.c.timer == name)
        return sorted(session.scalars(kept))


@pytest.mark.parametrize(
    ("instant", "hour", "day", "month"),
    [
        (datetime(2017, 10, 17, 2, 59, tzinfo=UTC), "2017-10-17T09", "2017-10-17", "2017-10"),
        (datetime(2017, 10, 31, 17, 0, tzinfo=UTC), "2017-11-01T00", "2017-11-01", "2017-11"),
        (datetime(2017, 12, 31, 16, 59, 59, tzinfo=UTC), "2017-12-31T23", "2017-12-31", "2017-12"),
    ],
)
def test_a_period_is_one_of_vietnams_calendar(instant: datetime, hour: str, day: str, month: str) -> None:
    assert [period_of(every, instant) for every in ("hour", "day", "month")] == [hour, day, month]


def test_an_act_is_done_once_a_period_and_again_in_the_next() -> None:
    host = Host(with_timers(tell_daily), made())
    assert host.at(NOON) == ["forget_struck_notes", "tell_daily"]
    assert host.at(NOON + timedelta(hours=6)) == []
    assert host.at(NOON + timedelta(days=1)) == ["tell_daily"]
    assert (told(host.database), periods(host.database)) == (2, ["2017-10-17", "2017-10-18"])


def test_a_restart_at_the_tick_does_nothing_twice() -> None:
    database = made()
    assert Host(with_timers(tell_daily), database).at(NOON) != []
    assert Host(with_timers(tell_daily), database).at(NOON) == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(-50, 50), st.booleans()), max_size=15))
def test_a_clock_that_jumps_back_and_forth_does_every_period_once(looks: list[tuple[int, int, bool]]) -> None:
    """Each look is that of one of two hosts, at some hour, just restarted or not."""
    database, played = made(), with_timers(tell_daily)
    hosts = [Host(played, database), Host(played, database)]
    for number, hours, restarted in looks:
        if restarted:
            hosts[number] = Host(played, database)
        hosts[number].at(NOON + timedelta(hours=hours))
    days = {period_of("day", NOON + timedelta(hours=hours)) for _, hours, _ in looks}
    assert periods(database) == sorted(days)
    assert told(database) == len(days)


@pytest.mark.parametrize("hosts", [8])
def test_many_hosts_on_one_file_do_it_once(tmp_path: Path, hosts: int) -> None:
    url, barrier = f"sqlite:///{tmp_path}/example.db", Barrier(hosts)
    made(url)

    def look(_: int) -> list[str]:
        host = Host(with_timers(tell_daily), Database(url))
        barrier.wait()
        ran = host.at(NOON)
        assert host.timers._setbacks == {}
        return ran

    with ThreadPoolExecutor(hosts) as threads:
        ran = [name for names in threads.map(look, range(hosts)) for name in names]
    assert sorted(ran) == ["forget_struck_notes", "tell_daily"]
    assert told(Database(url)) == 1


def failing(fails: Callable[[], bool]) -> Timer:
    @timer(every="day", vi="Báo rồi hỏng")
    def tell_and_fail(work: Work) -> None:
        """Tell, and then fail where the test wants it."""
        tell_daily(work)
        if fails():
            message = "the act has a bug"
            raise RuntimeError(message)

    return tell_and_fail


def test_an_act_that_fails_leaves_nothing_and_is_tried_again_at_growing_intervals() -> None:
    tries = list[float]()

    def fails() -> bool:
        tries.append(host.seconds)
        return True

    host = Host(with_timers(failing(fails), tell_daily), made())
    assert host.at(NOON) == ["forget_struck_notes", "tell_daily"]
    assert (told(host.database), periods(host.database, "tell_and_fail")) == (1, [])
    while host.seconds < 800:
        host.seconds += 0.5
        host.at(NOON)
    expected = [0.0]
    for wait in INTERVALS[:5]:
        expected.append(expected[-1] + wait.total_seconds())
    assert tries == expected


def test_what_failed_is_done_when_it_can_be_and_forgets_its_failures() -> None:
    broken = [True]
    host = Host(with_timers(failing(lambda: broken[0])), made())
    for host.seconds in (0, 2, 8):
        assert "tell_and_fail" not in host.at(NOON)
    broken[0] = False
    assert host.at(NOON) == []
    host.seconds += INTERVALS[2].total_seconds()
    assert host.at(NOON) == ["tell_and_fail"]
    broken[0] = True
    tomorrow = NOON + timedelta(days=1)
    assert host.at(tomorrow) == []
    broken[0] = False
    host.seconds += INTERVALS[0].total_seconds()
    assert host.at(tomorrow) == ["tell_and_fail"]


def test_a_clock_that_jumps_does_not_hold_up_the_next_attempt() -> None:
    broken = [True]
    host = Host(with_timers(failing(lambda: broken[0])), made())
    host.at(NOON + timedelta(hours=3))
    broken[0], host.seconds = False, INTERVALS[0].total_seconds()
    assert host.at(NOON) == ["tell_and_fail"]


def test_a_database_that_is_away_is_waited_for() -> None:
    database = made()
    tables.timer_runs.drop(database.engine)
    host = Host(with_timers(tell_daily), database)
    assert host.at(NOON) == []
    tables.timer_runs.create(database.engine)
    host.seconds = INTERVALS[0].total_seconds()
    assert "tell_daily" in host.at(NOON)


def test_a_crash_before_the_commit_leaves_the_period_to_be_done(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/example.db"
    database = made(url)
    program = [sys.executable, "-c", CRASHING, url]
    crashed = subprocess.run(program, env={**os.environ, "CRASH_AT": "timer.before_commit"}, check=False)
    assert (crashed.returncode, periods(database, "forget_struck_notes")) == (-SIGKILL, [])
    subprocess.run(program, check=True)
    subprocess.run(program, check=True)
    assert len(periods(database, "forget_struck_notes")) == 1


def test_what_a_timer_did_is_in_the_chain_under_its_name() -> None:
    stage = Stage(with_timers(tell_daily))
    stage.tick(on=SIGNING_DAY)
    with stage.database.reading() as session:
        entries = session.execute(select(tables.audit).order_by(tables.audit.c.seq)).mappings().all()
    assert [(each["user"], each["act"], each["outcome"]) for each in entries] == [
        ("timer", "forget_struck_notes", "done"),
        ("timer", "tell_daily", "done"),
    ]
    assert entries[1]["body"] == stage.envelopes[0].agency == "btt-mttq-tinh"
    assert entries[1]["correlation"] == stage.envelopes[0].correlationid


def test_the_steps_of_a_timer_are_those_of_the_owner_and_of_no_person() -> None:
    @timer(every="day", vi="Gạch hết", takes=["note:strike"])
    def strike_all(work: Work) -> None:
        """Strike every note."""
        for note in work.session.scalars(select(Note)):
            note.strike(work.today)

    stage = Stage(with_timers(strike_all))
    note = stage.act(WriteNote(board="b", text="a"), by=actor("ub-mttq-tinh"))
    stage.tick(on=SIGNING_DAY)
    struck = stage.ask(HistoryOf(subject_id=note.note_id), by=actor("ubnd-tinh")).items[-1]
    assert (struck.step, struck.user, struck.acting_body) == ("strike", "timer", "btt-mttq-tinh")


def test_on_stage_a_tick_runs_what_is_due_that_day_and_raises_what_it_raises() -> None:
    stage = Stage(service)
    note = stage.act(WriteNote(board="b", text="a"), by=WRITER)
    stage.act(StrikeNote(note_id=note.note_id), by=WRITER)
    assert stage.tick(on=SIGNING_DAY) == ["forget_struck_notes"]
    assert stage.tick(on=date(2017, 6, 30)) == []
    assert stage.tick(on=date(2017, 7, 1)) == ["forget_struck_notes"]
    stage.play(with_timers(failing(lambda: True)))
    with pytest.raises(RuntimeError):
        stage.tick(on=SIGNING_DAY)
