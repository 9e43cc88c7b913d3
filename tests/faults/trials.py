"""Trials of single faults, as the tests play them: one after the other in the same experiment."""

from dataclasses import dataclass, field

from faults.experiment import Experiment
from faults.oracle import Findings
from faults.schedule import Outcome, Schedule, play
from faults.table import FAULTS

SEED = 75


@dataclass
class Trials:
    """The experiment, and what was found in it so far."""

    experiment: Experiment
    found: Findings = field(default_factory=Findings)

    def play(self, name: str, seed: int = SEED) -> Outcome:
        """Inflict one fault by its name, heal, drain and judge."""
        [fault] = [each for each in FAULTS if each.name == name]
        outcome, self.found = play(self.experiment, Schedule(seed, (fault,)), self.found)
        return outcome

    def count(self, kind: str) -> int:
        """Judge without healing anything, and return how much of a kind there is."""
        self.found = self.experiment.judge()
        return self.found.counts[kind]
