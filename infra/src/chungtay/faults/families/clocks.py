"""F20: the clock of one process is wrong, or jumps; tokens are checked by the machine's clock as before."""

from functools import partial

from chungtay.faults.fault import Fault
from chungtay.faults.scene import Scene

WORK_SECONDS = 4.0
HOUR, MONTH = 3600, 31 * 86400


def skewed_relay(scene: Scene, seconds: int) -> bool:
    """A relay's clock is wrong; it is killed, and one with the right clock takes its place."""
    member = scene.some_service(telling=True)
    wrong = scene.plant.relay(member, name=f"{member.relay}-skewed", launcher=_launcher(seconds))
    scene.plant.workers[member.relay].stop()
    wrong.start()
    scene.work_for(WORK_SECONDS)
    ran = wrong.runs
    wrong.kill()
    return ran


def skewed_host(scene: Scene, seconds: int) -> bool:
    """A service's clock is wrong; it is stopped, and one with the right clock takes its place."""
    member = scene.some_service()
    wrong = scene.plant.host(member, name=f"{member.name}-skewed", launcher=_launcher(seconds))
    scene.plant.workers[member.name].stop()
    wrong.start()
    scene.work_for(WORK_SECONDS)
    ran = wrong.runs
    wrong.stop()
    return ran


def _launcher(seconds: int) -> tuple[str, ...]:
    return ("chungtay.faults.skewed", str(seconds))


SKEWS = {"an hour fast": HOUR, "an hour slow": -HOUR, "a month fast": MONTH}
FAULTS = (
    *(Fault("F20", f"relay {name}", partial(skewed_relay, seconds=skew)) for name, skew in SKEWS.items()),
    *(Fault("F20", f"host {name}", partial(skewed_host, seconds=skew)) for name, skew in SKEWS.items()),
)
