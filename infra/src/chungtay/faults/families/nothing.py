"""F0: no fault at all. What goes wrong then is the suite's own doing, or the accounting's."""

from chungtay.faults.fault import Fault
from chungtay.faults.scene import Scene

WORK_SECONDS = 1.0


def work(scene: Scene) -> bool:
    """Work for a moment, with whatever the faults before have left broken."""
    scene.work_for(WORK_SECONDS)
    return True


WORK = Fault("F0", "work alone", work)
HEALED = Fault("F0", "healed in between", Scene.settle)
FAULTS = (WORK, HEALED)
