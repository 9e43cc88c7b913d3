import os
import sys
from collections.abc import Iterator

import psutil
import pytest

from chungtay import suite
from chungtay.home import Home
from chungtay.preparing import preparing
from chungtay.suite import Preparation
from chungtay.supervisor.control import Process, Supervisor, end_leftovers
from chungtay.supervisor.program import Program
from chungtay.waiting import wait_until

FOREVER = (sys.executable, "-c", "import signal; signal.pause()")
SHOUTING = (sys.executable, "-c", "import os, signal; print(os.environ['WORDS'], flush=True); signal.pause()")
WORDS = """50% of "them" said 'no', twice"""


@pytest.fixture
def supervisor(home: Home) -> Iterator[Supervisor]:
    supervisor = Supervisor(home)
    programs = [
        Program("first", "early", 10, FOREVER),
        Program("second", "late", 20, SHOUTING, {"WORDS": WORDS.replace('"', "")}),
        Program("broken", "late", 20, (sys.executable, "-c", "raise SystemExit(3)")),
    ]
    supervisor.launch(programs, {**os.environ, "VAR_DIR": str(home.var)})
    yield supervisor
    supervisor.shut_down()


def process(supervisor: Supervisor, name: str) -> Process:
    return next(process for process in supervisor.processes() if process.name == name)


def started(supervisor: Supervisor, group: str, name: str) -> Process:
    supervisor.start(group)
    assert wait_until(lambda: process(supervisor, name).runs, seconds=20)
    return process(supervisor, name)


def test_a_killed_process_is_started_again(supervisor: Supervisor) -> None:
    before = started(supervisor, "early", "first").pid
    psutil.Process(before).kill()
    assert wait_until(lambda: process(supervisor, "first").pid not in {0, before}, seconds=20)


def test_nothing_starts_before_its_group(supervisor: Supervisor) -> None:
    started(supervisor, "early", "first")
    assert process(supervisor, "second").state == "STOPPED"


def test_environment_and_log_reach_the_program(supervisor: Supervisor) -> None:
    started(supervisor, "late", "second")
    log = supervisor.home.logs / "second.log"
    assert wait_until(lambda: "50% of them said 'no', twice" in log.read_text(encoding="utf-8"), seconds=10)


def test_a_program_that_fails_is_not_said_to_run(supervisor: Supervisor) -> None:
    started(supervisor, "late", "second")
    assert wait_until(lambda: process(supervisor, "broken").state == "BACKOFF", seconds=20)


def test_shutting_down_leaves_nothing(supervisor: Supervisor) -> None:
    pid = started(supervisor, "early", "first").pid
    supervisor.shut_down()
    assert not psutil.pid_exists(pid)
    assert not supervisor.answers()
    assert supervisor.processes() == []


def test_children_of_a_killed_supervisor_are_ended(supervisor: Supervisor) -> None:
    pid = started(supervisor, "early", "first").pid
    daemon = int((supervisor.home.run / "supervisord.pid").read_text(encoding="ascii"))
    psutil.Process(daemon).kill()
    supervisor.shut_down()
    assert wait_until(lambda: not psutil.pid_exists(pid) or is_zombie(pid), seconds=10)


def test_what_prepared_services_when_the_command_was_killed_is_ended(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suite, "preparations", lambda _: [Preparation(FOREVER, {})])
    with preparing(home, {**os.environ, "VAR_DIR": str(home.var)}) as preparation:
        [(process, _)] = preparation.started
        end_leftovers(home)
        assert not psutil.pid_exists(process.pid)


def is_zombie(pid: int) -> bool:
    return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
