"""F9: what networks do to the connection between a process and the broker."""

from functools import partial

from chungtay.faults.fault import Fault
from chungtay.faults.proxy import Weather
from chungtay.faults.scene import Scene
from chungtay.suite import GATEWAY

WORK_SECONDS = 4.0
CUT_BYTES = 3_000


def weather(scene: Scene, change: Weather) -> bool:
    """Let one process's link have bad weather for a while."""
    link = _some_link(scene)
    before = scene.plant.proxy.link(link).touched
    scene.plant.proxy.change(link, change)
    scene.work_for(WORK_SECONDS)
    struck = scene.work_until(lambda: scene.plant.proxy.link(link).touched > before)
    scene.plant.proxy.change(link, Weather())
    return struck


def reset(scene: Scene) -> bool:
    """Break a process's connections at once; it may connect again."""
    link = _some_link(scene)
    scene.work_for(WORK_SECONDS * scene.draw.random())
    before = scene.plant.proxy.link(link).touched
    scene.plant.proxy.reset(link)
    scene.work()
    return scene.plant.proxy.link(link).touched > before


def half_open(scene: Scene) -> bool:
    """The broker has lost a process's connections and the process does not know it."""
    link = _some_link(scene)
    scene.work_for(WORK_SECONDS * scene.draw.random())
    before = scene.plant.proxy.link(link).touched
    scene.plant.proxy.end_far_side(link)
    scene.work_for(WORK_SECONDS)
    return scene.plant.proxy.link(link).touched > before


def _some_link(scene: Scene) -> str:
    """Draw whose network fails: a host's, a relay's, or the gateway's."""
    names = sorted(name for name in scene.plant.workers if name in scene.plant.proxy.links)
    return scene.draw.choice([*names, GATEWAY])


CHANGES = {
    "down": Weather(down=True),
    "blackhole to the broker": Weather(hole_up=True),
    "blackhole from the broker": Weather(hole_down=True),
    "500 ms latency and jitter": Weather(latency=0.4, jitter=0.2),
    "1 kB a second": Weather(bandwidth=1_000),
    "cut after n bytes": Weather(cut_after=CUT_BYTES),
}
FAULTS = (
    *(Fault("F9", name, partial(weather, change=change)) for name, change in CHANGES.items()),
    Fault("F9", "reset", reset),
    Fault("F9", "half-open", half_open, slow=True),
)
