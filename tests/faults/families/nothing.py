"""F0: no fault at all. What goes wrong then is the suite's own doing, or the accounting's."""

from faults.experiment import Experiment
from faults.fault import Fault

WORK_SECONDS = 1.0


def work(experiment: Experiment) -> bool:
    """Work for a moment, with whatever the faults before have left broken."""
    experiment.work_for(WORK_SECONDS)
    return True


WORK = Fault("F0", "work alone", work)
HEALED = Fault("F0", "healed in between", Experiment.settle)
FAULTS = (WORK, HEALED)
