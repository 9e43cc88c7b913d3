"""A job is done once, in a process of its own, and what it may take has an end."""

import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest
from sqlalchemy import select

from contracts.errors import InvalidField, Refusal
from shared import tables
from shared.authority import DEMO, Actor
from shared.example import NoteWritten, notes, service
from shared.host.job_runner import JobRunner
from shared.jobs import JobIsDone, Jobs, ask_for
from shared.service import Feature, Job, job
from shared.synthetic import RealData, require_no_real_act
from shared.testing import Stage, actor
from shared.work import JobRun, Work

WRITER = actor("btt-mttq-tinh")
MODULE = """
import time
from dataclasses import replace
from shared.example import NoteWritten, notes, service as example
from shared.service import Feature, job


def told(subject_id, refusal, work):
    work.emit(NoteWritten(board=refusal.slug, number=1))


@job(vi="Thử", refused=told, seconds=1, memory_mb=1024)
def work_through(run):
    with run.reading() as work:
        assert work.user == "usr_synthetic"
    {body}
    with run.ending() as work:
        work.emit(NoteWritten(board="done", number=1))


service = replace(example, features=[notes, Feature(jobs=[work_through])])
"""


def told(subject_id: str, refusal: Refusal, work: Work) -> None:
    """Tell that a job was refused."""
    work.emit(NoteWritten(board=f"{subject_id}: {refusal.rule}", number=1))


@job(vi="Thử", refused=told)
def count_up(run: JobRun) -> None:
    """Tell of a note."""
    with run.ending() as work:
        work.emit(NoteWritten(board=run.subject_id, number=1))


@job(vi="Thử", refused=told)
def refuse(_run: JobRun) -> None:
    """Find what was sent unfit."""
    raise InvalidField("text", "fit", "Không hợp lệ", "It is unfit")


def asked(stage: Stage, wanted: Job, subject: str = "obj_1", by: Actor = WRITER) -> Jobs:
    with stage.work(by) as work:
        ask_for(work, wanted, subject)
    return Jobs(stage.service, stage.database)


@pytest.fixture
def stage() -> Stage:
    return Stage(replace(service, features=[notes, Feature(jobs=[count_up, refuse])]))


def boards(stage: Stage) -> list[str]:
    return [str(each.data["board"]) for each in stage.envelopes]


def test_a_job_is_done_once_in_the_name_of_who_asked(stage: Stage) -> None:
    asked(stage, count_up)
    assert (stage.do_jobs(), stage.do_jobs()) == (1, 0)
    [told_of] = stage.envelopes
    assert told_of.agency == WRITER.agency
    with stage.database.reading() as session:
        entries = session.execute(select(tables.audit.c.act, tables.audit.c.body)).all()
    assert ("count_up", WRITER.body) in [tuple(each) for each in entries]


def test_a_job_that_a_demonstration_asked_for_is_no_real_act(stage: Stage) -> None:
    asked(stage, count_up, by=actor("btt-mttq-tinh", roles=frozenset({DEMO})))
    assert stage.do_jobs() == 1
    require_no_real_act(stage.database)
    asked(stage, count_up, "obj_2")
    assert stage.do_jobs() == 1
    with pytest.raises(RealData):
        require_no_real_act(stage.database)


def test_what_refuses_a_job_is_told_and_ends_it(stage: Stage) -> None:
    asked(stage, refuse)
    assert (stage.do_jobs(), stage.do_jobs()) == (1, 0)
    assert boards(stage) == ["obj_1: fit"]


def test_a_job_that_nobody_committed_to_does_not_exist(stage: Stage) -> None:
    def give_up() -> None:
        with stage.work(WRITER) as work:
            ask_for(work, count_up, "obj_1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    assert stage.do_jobs() == 0


def test_a_claimed_job_is_nobody_elses_until_its_time_is_over(stage: Stage) -> None:
    jobs = asked(stage, count_up)
    assert jobs.claim()
    assert jobs.claim() is None
    later = replace(jobs, clock=lambda: datetime.now(UTC) + timedelta(hours=1))
    assert later.claim()


def test_two_hosts_that_both_do_a_job_write_it_once(stage: Stage) -> None:
    jobs = asked(stage, count_up)
    row = jobs.claim()
    assert row
    jobs.carry_out(row["id"])
    with pytest.raises(JobIsDone):
        count_up.act(jobs._run(row))
    assert boards(stage) == ["obj_1"]


class Process:
    """A service whose job has a body of the test's, and a runner that starts real processes."""

    def __init__(self, body: str, folder: Path) -> None:
        (folder / "joined.py").write_text(MODULE.replace("{body}", dedent(body)))
        sys.path.insert(0, str(folder))
        sys.modules.pop("joined", None)
        made = import_module("joined").service
        self.stage = Stage(made, f"sqlite:///{folder}/joined.db")
        [self.job] = made.jobs
        self.runner = JobRunner("joined", asked(self.stage, self.job))


@pytest.fixture
def process_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[Process]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/joined.db")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setattr(sys, "path", list(sys.path))
    return Process


@pytest.mark.parametrize(
    ("body", "board", "runs"),
    [
        ("pass", "done", 1),
        ("while True: pass", "job-gave-up", 2),
        ("kept = [bytearray(2**20) for _ in range(2000)]", "job-gave-up", 2),
        ("raise ZeroDivisionError", "job-gave-up", 2),
    ],
)
def test_whatever_a_job_does_the_host_goes_on_and_the_job_has_an_end(
    process_of: type[Process], tmp_path: Path, body: str, board: str, runs: int
) -> None:
    process = process_of(body, tmp_path)
    assert [process.runner.run_next() for _ in range(runs)] == [True] * runs
    assert not process.runner.run_next()
    assert boards(process.stage) == [board]


def test_a_job_that_sleeps_is_ended_by_the_clock(process_of: type[Process], tmp_path: Path) -> None:
    process = process_of("time.sleep(600)", tmp_path)
    process.runner.start_seconds = 1
    assert process.runner.run_next()
    left = process.runner.jobs.claim()
    assert left
    assert left["attempts"] == 1


def test_a_host_that_stops_leaves_the_job_to_the_next_one(process_of: type[Process], tmp_path: Path) -> None:
    process = process_of("time.sleep(600)", tmp_path)
    running = threading.Thread(target=process.runner.run_next)
    running.start()
    while process.runner._process is None:
        running.join(0.01)
    process.runner.stop()
    running.join()
    left = process.runner.jobs.claim()
    assert left
    assert left["attempts"] == 0
