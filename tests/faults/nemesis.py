"""A Hypothesis state machine that draws schedules of faults while they happen.

Between faults there may be nothing, or a pause in which everything heals. A schedule ends
with the accounting; what it finds is kept with its seed and played again by the tests.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from faults.families.nothing import HEALED
from faults.fault import Fault
from faults.schedule import Playing

MOST_STEPS = 4
MOST_SCHEDULES = 1000
BOUNDED = settings(
    stateful_step_count=MOST_STEPS,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)

Begin = Callable[[], Playing | None]
End = Callable[[Playing], None]


class Nemesis(RuleBasedStateMachine):
    """One schedule. What it inflicts, and on what, its subclass for a run says."""

    faults: ClassVar[Sequence[Fault]]
    begin: ClassVar[Begin]
    end: ClassVar[End]
    playing: Playing | None = None
    healed = True

    @initialize()
    def open(self) -> None:
        """Begin, if there is time left."""
        self.playing = type(self).begin()

    @rule(fault=st.runner().flatmap(lambda machine: st.sampled_from(machine.faults)))
    def strike(self, fault: Fault) -> None:
        """Inflict a fault on whatever is broken already."""
        self._take(fault)

    @precondition(lambda self: not self.healed)
    @rule()
    def heal(self) -> None:
        """Let everything heal before the next fault."""
        self._take(HEALED)

    def teardown(self) -> None:
        """Heal and judge."""
        if self.playing:
            type(self).end(self.playing)

    def _take(self, step: Fault) -> None:
        self.healed = step is HEALED
        if self.playing:
            self.playing.inflict(step)


def draw_schedules(
    faults: Sequence[Fault], drawn_from: int, begin: Begin, end: End, most: int = MOST_SCHEDULES
) -> None:
    """Draw up to `most` schedules from a seed; `begin` gives None when the time is up."""
    members = {"faults": faults, "begin": staticmethod(begin), "end": staticmethod(end)}
    run_state_machine_as_test(
        seed(drawn_from)(type("Drawn", (Nemesis,), members)), settings=settings(BOUNDED, max_examples=most)
    )
