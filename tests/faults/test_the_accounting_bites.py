"""Hosts that break a promise on purpose: the accounting must count it, or its zeros mean nothing."""

import random

from chungtay.waiting import wait_until
from faults import wire
from faults.experiment import Experiment
from faults.processes import Worker
from faults.trials import Trials

SABOTAGE = "faults.sabotage"
SECONDS = 30
EVENTS = 10


def test_without_deduplication_events_are_counted_double(trials: Trials) -> None:
    experiment, before = trials.experiment, trials.count("double")
    host = _instead_of_the_witness(experiment, "no-deduplication")
    told = experiment.system.databases["campaigns"]
    assert experiment.work_until(lambda: len(wire.stored(told)) >= EVENTS)
    host.start()
    bodies = random.Random(1).sample(wire.stored(told), EVENTS)
    with wire.channel_of(experiment.system.node.broker.url) as channel:
        wire.tell(channel, bodies, experiment.system.home.service_keys)
    assert wait_until(lambda: trials.count("double") - before >= len(bodies), seconds=SECONDS)
    host.stop()


def test_acknowledged_before_the_commit_events_are_counted_lost(trials: Trials) -> None:
    experiment = trials.experiment
    assert experiment.settle()
    before = trials.count("lost")
    host = _instead_of_the_witness(experiment, "acknowledge-first")
    host.start(CRASH_AT="inbox.before_commit")
    assert experiment.work_until(lambda: not host.runs)
    host.start()
    assert wait_until(lambda: host.log.read_bytes().count(b"inbox ready") == 2, seconds=SECONDS)
    host.stop()
    experiment.system.heal()
    assert experiment.settle_driver()
    assert wait_until(lambda: experiment.unpublished() == 0, seconds=SECONDS)
    assert trials.count("lost") > before


def _instead_of_the_witness(experiment: Experiment, way: str) -> Worker:
    member = experiment.system.member("witness")
    experiment.system.workers[member.name].stop()
    return experiment.system.host(member, name=f"witness-{way}", launcher=(SABOTAGE, way))
