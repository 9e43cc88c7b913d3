"""Schedules of faults: played, and judged."""

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faults.experiment import Experiment
from faults.fault import Fault
from faults.oracle import KINDS, Findings


@dataclass(frozen=True)
class Schedule:
    """Faults that follow each other without a pause for healing; its seed draws everything else."""

    seed: int
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        """The seed and the faults."""
        return f"{self.seed}: {', '.join(map(str, self.faults))}"


@dataclass(frozen=True)
class Outcome:
    """What came of a schedule: which faults struck, what the accounting newly found, and how long it took."""

    schedule: Schedule
    struck: tuple[bool, ...]
    settled: bool
    counts: Counter[str]
    examples: tuple[str, ...]
    seconds: float

    @property
    def clean(self) -> bool:
        """Every fault struck, everything settled, and nothing is wrong."""
        return all(self.struck) and self.settled and not any(self.counts.values())


class Playing:
    """A schedule under way: faults are inflicted one after the other, then all is healed and judged."""

    def __init__(self, experiment: Experiment, seed: int) -> None:
        """Begin, with dice thrown by the seed and the driver at work."""
        self._experiment, self._seed, self._began = experiment, seed, time.monotonic()
        self._faults, self._struck = list[Fault](), list[bool]()
        experiment.draw.seed(seed)
        experiment.work()

    def inflict(self, fault: Fault) -> None:
        """Inflict a fault on a suite whose supervisor has started again what the fault before it ended."""
        self._experiment.system.revive()
        self._faults.append(fault)
        self._struck.append(fault.inflict(self._experiment))

    def end(self, before: Findings) -> tuple[Outcome, Findings]:
        """Heal, drain and judge; `before` is what was found until this schedule began."""
        settled = self._experiment.settle()
        found = self._experiment.judge()
        new = Counter({kind: found.counts[kind] - before.counts[kind] for kind in KINDS})
        examples = tuple(each for each in found.examples if each not in before.examples)
        schedule, seconds = Schedule(self._seed, tuple(self._faults)), time.monotonic() - self._began
        return Outcome(schedule, tuple(self._struck), settled, new, examples, seconds), found


def each_once(seed: int, faults: Sequence[Fault]) -> Iterator[Schedule]:
    """Give each fault once by itself, in an order drawn from a seed."""
    draw = random.Random(seed)
    for fault in draw.sample(faults, len(faults)):
        yield Schedule(draw.getrandbits(32), (fault,))


def play(experiment: Experiment, schedule: Schedule, before: Findings) -> tuple[Outcome, Findings]:
    """Play a whole schedule; `before` is what was found until now."""
    playing = Playing(experiment, schedule.seed)
    for fault in schedule.faults:
        playing.inflict(fault)
    return playing.end(before)
