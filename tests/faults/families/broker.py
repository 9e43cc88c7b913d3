"""F6, F11, F12, F13: the broker is killed, its disk or memory runs out, a queue is full."""

from chungtay.waiting import wait_until
from faults import wire
from faults.experiment import Experiment
from faults.fault import Fault
from shared.bus.topology import inbox_of

WORK_SECONDS = 3.0
HUGE_DISK, USUAL_DISK = "500GB", "50MB"
NO_MEMORY, USUAL_MEMORY = "0.0001", "0.4"
FULL = 5
POLICY = "faults-full"
LISTENERS_TO_ALL = ("reporting", "witness")


def killed(experiment: Experiment) -> bool:
    """Kill the broker in mid-confirm and start it again on its data."""
    experiment.work_for(WORK_SECONDS * experiment.draw.random())
    node = experiment.system.node
    node.server.kill()
    experiment.work()
    gone = not node.server.runs
    node.start()
    return gone


def disk_alarm(experiment: Experiment) -> bool:
    """The broker's disk is full for a while: it takes nothing more from publishers."""
    return _alarm(experiment, ("set_disk_free_limit", HUGE_DISK), ("set_disk_free_limit", USUAL_DISK))


def memory_alarm(experiment: Experiment) -> bool:
    """The broker's memory is full for a while."""
    usual = ("set_vm_memory_high_watermark", USUAL_MEMORY)
    return _alarm(experiment, ("set_vm_memory_high_watermark", NO_MEMORY), usual)


def queue_full(experiment: Experiment) -> bool:
    """A subscriber is away and its queue is full: the broker refuses what would go there."""
    system = experiment.system
    name = experiment.draw.choice([each for each in LISTENERS_TO_ALL if each in system.names])
    queue = inbox_of(name)
    limit = f'{{"max-length":{FULL},"overflow":"reject-publish"}}'
    system.node.ctl("set_policy", POLICY, f"^{name}\\.inbox$", limit, "--apply-to", "queues")
    try:
        system.workers[name].kill()
        full = experiment.work_until(lambda: (wire.depth(system.node.broker.url, queue) or 0) >= FULL)
        experiment.work_for(WORK_SECONDS)
        held = wait_until(lambda: experiment.unpublished() > 0, seconds=WORK_SECONDS)
    finally:
        system.node.ctl("clear_policy", POLICY)
    return full and held


def _alarm(experiment: Experiment, raised: tuple[str, ...], cleared: tuple[str, ...]) -> bool:
    node = experiment.system.node
    node.ctl(*raised)
    try:
        experiment.work_for(WORK_SECONDS)
        struck = "resource_limit" in node.ctl("eval", "rabbit_alarm:get_alarms().")
        experiment.work_for(WORK_SECONDS * experiment.draw.random())
    finally:
        node.ctl(*cleared)
    return struck


FAULTS = (
    Fault("F6", "broker killed", killed, slow=True),
    Fault("F11", "broker's disk full", disk_alarm, slow=True),
    Fault("F12", "broker's memory full", memory_alarm, slow=True),
    Fault("F13", "queue full, publishing refused", queue_full, slow=True),
)
