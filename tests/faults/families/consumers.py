"""F19: a consumer is slow or stuck, is cancelled, or loses its queue."""

import signal
from functools import partial

from faults import wire
from faults.experiment import Experiment
from faults.fault import Fault
from faults.proxy import Weather
from shared.bus.topology import inbox_of

WORK_SECONDS = 4.0
STUCK_SECONDS = 8.0
BACK_SECONDS = 60
SLOW_BYTES = 20_000


def slow(experiment: Experiment) -> bool:
    """One subscriber takes in little; the others are as quick as ever."""
    name = experiment.some_service().name
    experiment.system.proxy.change(name, Weather(bandwidth=SLOW_BYTES))
    experiment.work_for(WORK_SECONDS)
    return experiment.system.proxy.link(name).touched > 0


def stuck(experiment: Experiment) -> bool:
    """One subscriber stands still with unacknowledged events in hand, and goes on."""
    worker = experiment.system.workers[experiment.some_service().name]
    worker.signal(signal.SIGSTOP)
    experiment.work_for(STUCK_SECONDS)
    worker.signal(signal.SIGCONT)
    return worker.runs


def queue_deleted(experiment: Experiment, *, at_work: bool) -> bool:
    """Delete an inbox's queue under its consumer, which must make it again without a restart.

    What was told in the meantime reached no queue; the service finds it in the journal.
    """
    name = experiment.some_service().name
    url, queue = experiment.system.node.broker.url, inbox_of(name)
    if at_work:
        experiment.work_for(1)
    else:
        experiment.settle()
    wire.delete(url, queue)
    return experiment.work_until(lambda: wire.consumers(url, queue) > 0, seconds=BACK_SECONDS)


def queue_deleted_behind_a_slow_link(experiment: Experiment) -> bool:
    """F9 with F19: what was told meanwhile comes from the journal so slowly that silence means nothing."""
    name = experiment.some_service().name
    url, queue = experiment.system.node.broker.url, inbox_of(name)
    experiment.work_for(1)
    experiment.system.proxy.change(name, Weather(bandwidth=SLOW_BYTES // 4))
    wire.delete(url, queue)
    experiment.work_for(STUCK_SECONDS)
    experiment.system.proxy.reset(name)
    experiment.work_for(WORK_SECONDS)
    experiment.system.proxy.change(name, Weather())
    return experiment.work_until(lambda: wire.consumers(url, queue) > 0, seconds=BACK_SECONDS)


FAULTS = (
    Fault("F19", "slow consumer", slow),
    Fault("F19", "stuck consumer", stuck),
    Fault("F19", "queue deleted when idle", partial(queue_deleted, at_work=False)),
    Fault("F19", "queue deleted behind a slow link", queue_deleted_behind_a_slow_link),
    Fault("F19", "queue deleted at work", partial(queue_deleted, at_work=True)),
)
