"""F9: what networks do to the connection between a process and the broker."""

from functools import partial

from chungtay.suite import GATEWAY
from faults.experiment import Experiment
from faults.fault import Fault
from faults.proxy import Weather

WORK_SECONDS = 4.0
CUT_BYTES = 3_000


def weather(experiment: Experiment, change: Weather) -> bool:
    """Let one process's link have bad weather for a while."""
    link = _some_link(experiment)
    before = experiment.system.proxy.link(link).touched
    experiment.system.proxy.change(link, change)
    experiment.work_for(WORK_SECONDS)
    struck = experiment.work_until(lambda: experiment.system.proxy.link(link).touched > before)
    experiment.system.proxy.change(link, Weather())
    return struck


def reset(experiment: Experiment) -> bool:
    """Break a process's connections at once; it may connect again."""
    link = _some_link(experiment)
    experiment.work_for(WORK_SECONDS * experiment.draw.random())
    before = experiment.system.proxy.link(link).touched
    experiment.system.proxy.reset(link)
    experiment.work()
    return experiment.system.proxy.link(link).touched > before


def half_open(experiment: Experiment) -> bool:
    """The broker has lost a process's connections and the process does not know it."""
    link = _some_link(experiment)
    experiment.work_for(WORK_SECONDS * experiment.draw.random())
    before = experiment.system.proxy.link(link).touched
    experiment.system.proxy.end_far_side(link)
    experiment.work_for(WORK_SECONDS)
    return experiment.system.proxy.link(link).touched > before


def _some_link(experiment: Experiment) -> str:
    """Draw whose network fails: a host's, a relay's, or the gateway's."""
    names = sorted(name for name in experiment.system.workers if name in experiment.system.proxy.links)
    return experiment.draw.choice([*names, GATEWAY])


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
