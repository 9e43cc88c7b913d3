"""F20: the clock of one process is wrong, or jumps; tokens are checked by the machine's clock as before."""

from functools import partial

from faults.experiment import Experiment
from faults.fault import Fault

WORK_SECONDS = 4.0
HOUR, MONTH = 3600, 31 * 86400


def skewed_relay(experiment: Experiment, seconds: int) -> bool:
    """A relay's clock is wrong; it is killed, and one with the right clock takes its place."""
    member = experiment.some_service(publishing=True)
    wrong = experiment.system.relay(member, name=f"{member.relay}-skewed", launcher=_launcher(seconds))
    experiment.system.workers[member.relay].stop()
    wrong.start()
    experiment.work_for(WORK_SECONDS)
    ran = wrong.runs
    wrong.kill()
    return ran


def skewed_host(experiment: Experiment, seconds: int) -> bool:
    """A service's clock is wrong; it is stopped, and one with the right clock takes its place."""
    member = experiment.some_service()
    wrong = experiment.system.host(member, name=f"{member.name}-skewed", launcher=_launcher(seconds))
    experiment.system.workers[member.name].stop()
    wrong.start()
    experiment.work_for(WORK_SECONDS)
    ran = wrong.runs
    wrong.stop()
    return ran


def _launcher(seconds: int) -> tuple[str, ...]:
    return ("faults.skewed", str(seconds))


SKEWS = {"an hour fast": HOUR, "an hour slow": -HOUR, "a month fast": MONTH}
FAULTS = (
    *(Fault("F20", f"relay {name}", partial(skewed_relay, seconds=skew)) for name, skew in SKEWS.items()),
    *(Fault("F20", f"host {name}", partial(skewed_host, seconds=skew)) for name, skew in SKEWS.items()),
)
