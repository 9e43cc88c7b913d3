"""Schedules of faults: drawn from a seed, played, and judged."""

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chungtay.faults.fault import Fault
from chungtay.faults.oracle import KINDS, Findings
from chungtay.faults.scene import Scene

LONGEST = 3


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


def schedules(seed: int, faults: Sequence[Fault]) -> Iterator[Schedule]:
    """Draw schedules for ever: first each fault once by itself, then several at a time."""
    draw = random.Random(seed)  # noqa: S311 - dice that can be thrown again
    for fault in draw.sample(faults, len(faults)):
        yield Schedule(draw.getrandbits(32), (fault,))
    while True:
        yield drawn(draw.getrandbits(32), [fault for fault in faults if not fault.slow] or faults)


def drawn(seed: int, faults: Sequence[Fault]) -> Schedule:
    """Return the schedule of a seed."""
    draw = random.Random(seed)  # noqa: S311 - dice that can be thrown again
    return Schedule(seed, tuple(draw.choices(faults, k=draw.randint(2, LONGEST))))


def play(scene: Scene, schedule: Schedule, before: Findings) -> tuple[Outcome, Findings]:
    """Inflict a schedule's faults, heal, drain and judge; `before` is what was found until now."""
    began = time.monotonic()
    scene.draw.seed(schedule.seed)
    scene.work()
    struck = tuple(_inflict(fault, scene) for fault in schedule.faults)
    settled = scene.settle()
    found = scene.judge()
    new = Counter({kind: found.counts[kind] - before.counts[kind] for kind in KINDS})
    examples = tuple(each for each in found.examples if each not in before.examples)
    return Outcome(schedule, struck, settled, new, examples, time.monotonic() - began), found


def _inflict(fault: Fault, scene: Scene) -> bool:
    """Inflict a fault on a suite whose supervisor has started again what the fault before it ended."""
    scene.plant.revive()
    return fault.inflict(scene)
