"""F4 and F5: processes are told to stop at work, and paused until another has taken their place."""

import signal
from collections.abc import Sequence
from functools import partial

from chungtay.faults.fault import Fault
from chungtay.faults.processes import Worker
from chungtay.faults.scene import Scene
from shared.bus.lease import TERM

STOP_SECONDS = 35
BEYOND_THE_LEASE = TERM.total_seconds() + 2


def told_to_stop(scene: Scene, signals: Sequence[signal.Signals]) -> bool:
    """Stop a service while it works; it must end by itself, in good order."""
    worker = scene.plant.workers[scene.some_service().name]
    scene.work_for(scene.draw.random())
    for number in signals:
        worker.signal(number)
    ended = worker.await_end(STOP_SECONDS)
    return ended and worker.exit_code == 0


def two_relays(scene: Scene) -> bool:
    """Two relays of one service; one is paused beyond its lease and wakes up again."""
    member = scene.some_service(telling=True)
    second = scene.plant.relay(member, name=f"{member.relay}-2")
    return _paused(scene, scene.plant.workers[member.relay], second)


def two_hosts(scene: Scene) -> bool:
    """Two hosts of one service; one is paused with work in hand and wakes up again."""
    member = scene.some_service()
    second = scene.plant.host(member, name=f"{member.name}-2")
    return _paused(scene, scene.plant.workers[member.name], second)


def _paused(scene: Scene, first: Worker, second: Worker) -> bool:
    second.start()
    scene.work_for(2)
    first.signal(signal.SIGSTOP)
    scene.work_for(BEYOND_THE_LEASE)
    first.signal(signal.SIGCONT)
    scene.work_for(2)
    both = first.runs and second.runs
    second.kill()
    return both


TERMINATE, INTERRUPT = signal.SIGTERM, signal.SIGINT
FAULTS = (
    Fault("F4", "SIGTERM at work", partial(told_to_stop, signals=(TERMINATE,))),
    Fault("F4", "SIGTERM twice", partial(told_to_stop, signals=(TERMINATE, TERMINATE))),
    Fault("F4", "SIGINT", partial(told_to_stop, signals=(INTERRUPT,))),
    Fault("F5", "two relays, one paused", two_relays, slow=True),
    Fault("F5", "two hosts, one paused", two_hosts, slow=True),
)
