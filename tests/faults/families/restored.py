"""F21: a service's database is last night's: what it heard is fetched again, what it told since stops it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from chungtay.waiting import wait_until
from faults.experiment import Experiment
from faults.fault import Fault
from faults.members import WITNESS, Member
from faults.observed import ObservedService
from shared.bus.place import Place, place_in

PROVED_SECONDS = 60
HELD_SECONDS = 3.0
WORK_SECONDS = 2.0


def consumer(experiment: Experiment) -> bool:
    """A service that only listens: it misses nothing, though its queue was emptied since the backup."""
    member = experiment.system.member(WITNESS)
    backup = _backed_up(experiment, member)
    experiment.work_for(WORK_SECONDS)
    experiment.settle()
    heard = len(experiment.oracle.observed.by_name[WITNESS].heard)
    _restore(experiment, member, backup)
    struck = len(experiment.oracle.observed.by_name[WITNESS].heard) < heard
    before = _place(experiment, member).proved_at
    experiment.system.revive()
    proved = wait_until(lambda: _place(experiment, member).proved_at != before, seconds=PROVED_SECONDS)
    return struck and proved


def producer(experiment: Experiment) -> bool:
    """A service that tells: it does nothing until its operator has found a better backup."""
    member = experiment.system.member("funds")
    old = _backed_up(experiment, member)
    experiment.work_for(WORK_SECONDS)
    experiment.settle()
    new = _backed_up(experiment, member)
    _restore(experiment, member, old)
    experiment.system.revive()
    held = wait_until(lambda: _place(experiment, member).taken_back > 0, seconds=PROVED_SECONDS)
    answered = _answers(experiment, member)
    experiment.work_for(HELD_SECONDS)
    held = held and _answers(experiment, member) == answered
    _restore(experiment, member, new)
    return held


def _place(experiment: Experiment, member: Member) -> Place:
    with experiment.system.databases[member.name].reading() as session:
        return place_in(session) or Place()


def _answers(experiment: Experiment, member: Member) -> int:
    observed = experiment.oracle.observed
    observed.read()
    return len(observed.by_name[member.name].answered)


def _backed_up(experiment: Experiment, member: Member) -> Path:
    """Copy a database as a backup does. Nothing may be under way."""
    experiment.settle()
    path = experiment.system.home.data / f"{member.name}.{experiment.workload.number()}.backup"
    _copy(experiment.system.file_of(member), path)
    return path


def _restore(experiment: Experiment, member: Member, backup: Path) -> None:
    """Put a copy in the place of the database; host and relay start again with what heals."""
    for name in (member.name, member.relay):
        if name in experiment.system.workers:
            experiment.system.workers[name].stop()
    database, file = experiment.system.databases[member.name], experiment.system.file_of(member)
    database.engine.dispose()
    for each in file.parent.glob(f"{file.name}*"):
        each.unlink()
    _copy(backup, file)
    fresh = ObservedService(member, database)
    fresh.read()
    experiment.oracle.observed.by_name[member.name] = fresh


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


FAULTS = (
    Fault("F21", "consumer restored", consumer),
    Fault("F21", "producer restored", producer),
)
