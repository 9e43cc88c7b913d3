"""F1 to F3: a service, a relay or a consumer ends at a named point, as in a power cut."""

from functools import partial

from chungtay.suite import GATEWAY
from faults.experiment import Experiment
from faults.fault import Fault
from faults.processes import Worker
from shared.crash import POINTS

FAMILY = {"dispatcher": "F1", "relay": "F2", "inbox": "F3", "processor": "F3"}
LATEST_PASS = 4
WORK_SECONDS = 1.0


def crash(experiment: Experiment, point: str) -> bool:
    """End a drawn process at the point, the first time it comes there or one of the next."""
    place = point.partition(".")[0]
    member = experiment.some_service(publishing=place in {"dispatcher", "relay"})
    worker = experiment.system.workers[member.relay if place == "relay" else member.name]
    times = experiment.draw.randint(1, LATEST_PASS)
    worker.restart(CRASH_AT=f"{point}:{times}")
    return experiment.work_until(lambda: not worker.runs)


def kill_host(experiment: Experiment) -> bool:
    """Kill a service at any moment, the one after its reply included."""
    return _kill(experiment, experiment.system.workers[experiment.some_service().name])


def kill_relay(experiment: Experiment) -> bool:
    """Kill a relay at any moment."""
    return _kill(experiment, experiment.system.workers[experiment.some_service(publishing=True).relay])


def kill_gateway(experiment: Experiment) -> bool:
    """Kill the gateway: callers do not hear what became of their commands."""
    return _kill(experiment, experiment.system.workers[GATEWAY])


def _kill(experiment: Experiment, worker: Worker) -> bool:
    experiment.work_for(WORK_SECONDS * experiment.draw.random())
    worker.kill()
    experiment.work()
    return not worker.runs


# A timer's point is passed when a period begins, which no work brings about; `shared` tests it by itself.
PASSED_AT_WORK = [point for point in POINTS if not point.startswith("timer.")]
FAULTS = (
    *(Fault(FAMILY[point.partition(".")[0]], point, partial(crash, point=point)) for point in PASSED_AT_WORK),
    Fault("F1", "host killed", kill_host),
    Fault("F1", "gateway killed", kill_gateway),
    Fault("F2", "relay killed", kill_relay),
)
