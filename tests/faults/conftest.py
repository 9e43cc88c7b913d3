"""A small suite of its own for faults: two services, a witness, a broker that may be hurt."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from chungtay.broker.private_node import server_program
from chungtay.faults.oracle import Findings
from chungtay.faults.scene import Scene, scene
from chungtay.faults.schedule import Outcome, Schedule, play
from chungtay.faults.table import FAULTS

SEED = 75


@dataclass
class Stage:
    """The scene, and what was found on it so far."""

    scene: Scene
    found: Findings = field(default_factory=Findings)

    def play(self, name: str, seed: int = SEED) -> Outcome:
        """Inflict one fault by its name, heal, drain and judge."""
        [fault] = [each for each in FAULTS if each.name == name]
        outcome, self.found = play(self.scene, Schedule(seed, (fault,)), self.found)
        return outcome

    def count(self, kind: str) -> int:
        """Judge without healing anything, and return how much of a kind there is."""
        self.found = self.scene.judge()
        return self.found.counts[kind]


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    """Give the stage; its schedules follow each other on the same data, as those of a run do."""
    if server_program() is None:
        pytest.skip("faults are done to a private broker, and this machine has no rabbitmq-server")
    with scene(SEED, ("campaigns", "funds")) as set_up:
        yield Stage(set_up)
