"""What the workload sends is what the services take: else a run would only count refusals."""

import random
from collections import defaultdict
from importlib import import_module

import pytest

from chungtay.suite import SERVICES
from faults.driver import Act, Journey
from faults.workload import JOURNEYS, Workload
from support.addresses import fit

COMMANDS = {name: import_module(f"{name}.service").service.commands for name in SERVICES}


def acts(journey: Journey) -> list[Act]:
    """Play a journey against services that answer every id with the same one."""
    played = [next(journey)]
    try:
        while True:
            played.append(journey.send(defaultdict(lambda: "x_1")))
    except StopIteration:
        return played


@pytest.mark.parametrize("number", range(len(JOURNEYS)), ids=[each.__name__ for _, each in JOURNEYS])
def test_every_act_of_a_journey_fits_a_command(number: int) -> None:
    workload = Workload("f1", random.Random(1), SERVICES, campaigns=["cmp_1"])
    played = acts(JOURNEYS[number][1](workload))
    fitting = [fit(COMMANDS[act.service], act.service, act.path, act.body) for act in played]
    assert [type(each).__module__.split(".")[0] for each in fitting] == [act.service for act in played]
    assert fitting
