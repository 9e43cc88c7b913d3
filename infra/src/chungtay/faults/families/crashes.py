"""F1 to F3: a service, a relay or a consumer ends at a named point, as in a power cut."""

from functools import partial

from chungtay.faults.fault import Fault
from chungtay.faults.processes import Worker
from chungtay.faults.scene import Scene
from chungtay.suite import GATEWAY
from shared.crash import POINTS

FAMILY = {"desk": "F1", "relay": "F2", "inbox": "F3", "processor": "F3"}
LATEST_PASS = 4
WORK_SECONDS = 1.0


def crash(scene: Scene, point: str) -> bool:
    """End a drawn process at the point, the first time it comes there or one of the next."""
    place = point.partition(".")[0]
    member = scene.some_service(telling=place in {"desk", "relay"})
    worker = scene.plant.workers[member.relay if place == "relay" else member.name]
    times = scene.draw.randint(1, LATEST_PASS)
    worker.restart(CRASH_AT=f"{point}:{times}")
    return scene.work_until(lambda: not worker.runs)


def kill_host(scene: Scene) -> bool:
    """Kill a service at any moment, the one after its reply included."""
    return _kill(scene, scene.plant.workers[scene.some_service().name])


def kill_relay(scene: Scene) -> bool:
    """Kill a relay at any moment."""
    return _kill(scene, scene.plant.workers[scene.some_service(telling=True).relay])


def kill_gateway(scene: Scene) -> bool:
    """Kill the gateway: callers do not hear what became of their commands."""
    return _kill(scene, scene.plant.workers[GATEWAY])


def _kill(scene: Scene, worker: Worker) -> bool:
    scene.work_for(WORK_SECONDS * scene.draw.random())
    worker.kill()
    scene.work()
    return not worker.runs


FAULTS = (
    *(Fault(FAMILY[point.partition(".")[0]], point, partial(crash, point=point)) for point in POINTS),
    Fault("F1", "host killed", kill_host),
    Fault("F1", "gateway killed", kill_gateway),
    Fault("F2", "relay killed", kill_relay),
)
