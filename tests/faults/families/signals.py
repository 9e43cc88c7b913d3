"""F4 and F5: processes are told to stop at work, and paused until another has taken their place."""

import signal
from collections.abc import Sequence
from functools import partial

from faults.experiment import Experiment
from faults.fault import Fault
from faults.processes import Worker
from shared.bus.lease import TERM

STOP_SECONDS = 35
BEYOND_THE_LEASE = TERM.total_seconds() + 2


def told_to_stop(experiment: Experiment, signals: Sequence[signal.Signals]) -> bool:
    """Stop a service while it works; it must end by itself, in good order."""
    worker = experiment.system.workers[experiment.some_service().name]
    experiment.work_for(experiment.draw.random())
    for number in signals:
        worker.signal(number)
    ended = worker.await_end(STOP_SECONDS)
    return ended and worker.exit_code == 0


def two_relays(experiment: Experiment) -> bool:
    """Two relays of one service; one is paused beyond its lease and wakes up again."""
    member = experiment.some_service(publishing=True)
    second = experiment.system.relay(member, name=f"{member.relay}-2")
    return _paused(experiment, experiment.system.workers[member.relay], second)


def two_hosts(experiment: Experiment) -> bool:
    """Two hosts of one service; one is paused with work in hand and wakes up again."""
    member = experiment.some_service()
    second = experiment.system.host(member, name=f"{member.name}-2")
    return _paused(experiment, experiment.system.workers[member.name], second)


def _paused(experiment: Experiment, first: Worker, second: Worker) -> bool:
    second.start()
    experiment.work_for(2)
    first.signal(signal.SIGSTOP)
    experiment.work_for(BEYOND_THE_LEASE)
    first.signal(signal.SIGCONT)
    experiment.work_for(2)
    both = first.runs and second.runs
    second.kill()
    return both


TERMINATE, INTERRUPT = signal.SIGTERM, signal.SIGINT
FAULTS = (
    Fault("F4", "SIGTERM at work", partial(told_to_stop, signals=(TERMINATE,))),
    Fault("F4", "SIGTERM twice", partial(told_to_stop, signals=(TERMINATE, TERMINATE))),
    Fault("F4", "SIGINT", partial(told_to_stop, signals=(INTERRUPT,))),
    Fault("F5", "two relays, one paused", two_relays, slow=True),
    Fault("F5", "two hosts, one paused", two_hosts, slow=True),
)
