"""F6, F11, F12, F13: the broker is killed, its disk or memory runs out, a queue is full."""

from chungtay.faults import wire
from chungtay.faults.fault import Fault
from chungtay.faults.scene import Scene
from chungtay.waiting import wait_until
from shared.bus.topology import inbox_of

WORK_SECONDS = 3.0
HUGE_DISK, USUAL_DISK = "500GB", "50MB"
NO_MEMORY, USUAL_MEMORY = "0.0001", "0.4"
FULL = 5
POLICY = "faults-full"
LISTENERS_TO_ALL = ("reporting", "witness")


def killed(scene: Scene) -> bool:
    """Kill the broker in mid-confirm and start it again on its data."""
    scene.work_for(WORK_SECONDS * scene.draw.random())
    node = scene.plant.node
    node.server.kill()
    scene.work()
    gone = not node.server.runs
    node.start()
    return gone


def disk_alarm(scene: Scene) -> bool:
    """The broker's disk is full for a while: it takes nothing more from publishers."""
    return _alarm(scene, ("set_disk_free_limit", HUGE_DISK), ("set_disk_free_limit", USUAL_DISK))


def memory_alarm(scene: Scene) -> bool:
    """The broker's memory is full for a while."""
    usual = ("set_vm_memory_high_watermark", USUAL_MEMORY)
    return _alarm(scene, ("set_vm_memory_high_watermark", NO_MEMORY), usual)


def queue_full(scene: Scene) -> bool:
    """A subscriber is away and its queue is full: the broker refuses what would go there."""
    plant = scene.plant
    name = scene.draw.choice([each for each in LISTENERS_TO_ALL if each in plant.names])
    queue = inbox_of(name)
    limit = f'{{"max-length":{FULL},"overflow":"reject-publish"}}'
    plant.node.ctl("set_policy", POLICY, f"^{name}\\.inbox$", limit, "--apply-to", "queues")
    try:
        plant.workers[name].kill()
        full = scene.work_until(lambda: (wire.depth(plant.node.broker.url, queue) or 0) >= FULL)
        scene.work_for(WORK_SECONDS)
        held = wait_until(lambda: scene.unpublished() > 0, seconds=WORK_SECONDS)
    finally:
        plant.node.ctl("clear_policy", POLICY)
    return full and held


def _alarm(scene: Scene, raised: tuple[str, ...], cleared: tuple[str, ...]) -> bool:
    node = scene.plant.node
    node.ctl(*raised)
    try:
        scene.work_for(WORK_SECONDS)
        struck = "resource_limit" in node.ctl("eval", "rabbit_alarm:get_alarms().")
        scene.work_for(WORK_SECONDS * scene.draw.random())
    finally:
        node.ctl(*cleared)
    return struck


FAULTS = (
    Fault("F6", "broker killed", killed, slow=True),
    Fault("F11", "broker's disk full", disk_alarm, slow=True),
    Fault("F12", "broker's memory full", memory_alarm, slow=True),
    Fault("F13", "queue full, publishing refused", queue_full, slow=True),
)
