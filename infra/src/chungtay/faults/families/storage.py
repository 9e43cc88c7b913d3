"""F8 and F11: a service's database is locked by another, or its disk is full."""

import sqlite3
from collections.abc import Callable

from chungtay.faults.fault import Fault
from chungtay.faults.scene import Scene

LOCK_SECONDS = 5.0
FULL_SECONDS = 4.0
ROOM_BYTES = 4096


def locked(scene: Scene) -> bool:
    """Another program holds the write lock of a service's database, as a backup might."""
    member = scene.some_service()
    held = sqlite3.connect(scene.plant.file_of(member), isolation_level=None, timeout=30)
    try:
        held.execute("BEGIN EXCLUSIVE")
        scene.work_for(LOCK_SECONDS)
        return held.in_transaction
    finally:
        held.close()


def disk_full(scene: Scene) -> bool:
    """A host can write no file any further: not its database, not its log."""
    member = scene.some_service(telling=True)
    return _filled(scene, member.name, lambda: scene.driver.waiting(member.name) > 0)


def relays_disk_full(scene: Scene) -> bool:
    """A relay can publish but not mark what it has published."""
    member = scene.some_service(telling=True)
    return _filled(scene, member.relay, lambda: scene.unpublished(member.name) > 0)


def _filled(scene: Scene, name: str, felt: Callable[[], bool]) -> bool:
    worker = scene.plant.workers[name]
    scene.work_for(1)
    worker.limit_files(ROOM_BYTES)
    scene.work_for(FULL_SECONDS)
    struck = scene.work_until(lambda: felt() or not worker.runs)
    if worker.runs:
        worker.limit_files(None)
    return struck


FAULTS = (
    Fault("F8", "database locked", locked),
    Fault("F11", "service's disk full", disk_full),
    Fault("F11", "relay's disk full", relays_disk_full),
)
