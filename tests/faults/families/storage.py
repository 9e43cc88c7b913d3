"""F8 and F11: a service's database is locked by another, or its disk is full."""

import sqlite3
from collections.abc import Callable

from faults.experiment import Experiment
from faults.fault import Fault

LOCK_SECONDS = 5.0
FULL_SECONDS = 4.0
ROOM_BYTES = 4096


def locked(experiment: Experiment) -> bool:
    """Another program holds the write lock of a service's database, as a backup might."""
    member = experiment.some_service()
    held = sqlite3.connect(experiment.system.file_of(member), isolation_level=None, timeout=30)
    try:
        held.execute("BEGIN EXCLUSIVE")
        experiment.work_for(LOCK_SECONDS)
        return held.in_transaction
    finally:
        held.close()


def disk_full(experiment: Experiment) -> bool:
    """A host can write no file any further: not its database, not its log."""
    member = experiment.some_service(publishing=True)
    return _filled(experiment, member.name, lambda: experiment.driver.waiting(member.name) > 0)


def relays_disk_full(experiment: Experiment) -> bool:
    """A relay can publish but not mark what it has published."""
    member = experiment.some_service(publishing=True)
    return _filled(experiment, member.relay, lambda: experiment.unpublished(member.name) > 0)


def _filled(experiment: Experiment, name: str, felt: Callable[[], bool]) -> bool:
    worker = experiment.system.workers[name]
    experiment.work_for(1)
    worker.limit_files(ROOM_BYTES)
    experiment.work_for(FULL_SECONDS)
    struck = experiment.work_until(lambda: felt() or not worker.runs)
    if worker.runs:
        worker.limit_files(None)
    return struck


FAULTS = (
    Fault("F8", "database locked", locked),
    Fault("F11", "service's disk full", disk_full),
    Fault("F11", "relay's disk full", relays_disk_full),
)
