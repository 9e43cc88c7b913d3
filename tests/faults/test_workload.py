"""What the workload sends is what the services take: else a run would only count refusals."""

import random
import re
from collections import defaultdict
from importlib import import_module

import pytest

from chungtay.suite import SERVICES
from faults.driver import Act, Journey
from faults.workload import JOURNEYS, Workload

COMMANDS = {name: import_module(f"{name}.service").service.commands for name in SERVICES}


def acts(journey: Journey) -> list[Act]:
    """Play a journey against services that answer every id with the same one."""
    played = [next(journey)]
    try:
        while True:
            played.append(journey.send(defaultdict(lambda: "x_1")))
    except StopIteration:
        return played


def in_address(pattern: str, path: str) -> dict[str, str] | None:
    found = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", pattern), path)
    return found.groupdict() if found else None


@pytest.mark.parametrize("number", range(len(JOURNEYS)), ids=[each.__name__ for _, each in JOURNEYS])
def test_every_act_of_a_journey_fits_a_command(number: int) -> None:
    workload = Workload("f1", random.Random(1), SERVICES, campaigns=["cmp_1"])
    for act in acts(JOURNEYS[number][1](workload)):
        addresses = [
            (each, in_address(f"/v1/{act.service}{each.path}", act.path)) for each in COMMANDS[act.service]
        ]
        [(handler, named)] = [(each, named) for each, named in addresses if named is not None]
        handler.model.model_validate({**act.body, **named})
