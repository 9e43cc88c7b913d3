"""What a fault is given: the system under test, the driver at its work, and dice."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from chungtay import suite
from chungtay.waiting import wait_until
from faults.driver import Driver
from faults.injected import Injected
from faults.members import WITNESS, Member
from faults.observed import Observed
from faults.oracle import Findings, Oracle
from faults.system_under_test import SystemUnderTest, running
from faults.workload import Workload

BUSY_JOURNEYS = 8
MOST_WAITING = 150
STRIKE_SECONDS = 40
SETTLE_SECONDS = 200
DRAIN_SECONDS = 120


@dataclass
class Experiment:
    """Everything that a fault may touch. `draw` is seeded, so that a schedule can be played again."""

    system: SystemUnderTest
    driver: Driver
    workload: Workload
    oracle: Oracle
    draw: random.Random

    @property
    def injected(self) -> Injected:
        """What the faults have put on the bus themselves."""
        return self.oracle.injected

    def some_service(self, *, publishing: bool = False) -> Member:
        """Draw a service; a `publishing` one is of the suite and publishes events."""
        return self.draw.choice(
            [each for each in self.system.members if each.name != WITNESS or not publishing]
        )

    def work(self, journeys: int = BUSY_JOURNEYS) -> None:
        """Give the driver something to do; it does it while the fault goes on."""
        self.driver.play(self.workload.journeys(journeys))

    def work_until(self, happened: Callable[[], bool], seconds: float = STRIKE_SECONDS) -> bool:
        """Keep the driver busy until something has happened; False where it has not in `seconds`."""

        def busy() -> bool:
            if self.driver.ready < BUSY_JOURNEYS and self.driver.waiting() < MOST_WAITING:
                self.work(BUSY_JOURNEYS // 2)
            return happened()

        return wait_until(busy, seconds=seconds, every=0.05)

    def work_for(self, seconds: float) -> None:
        """Keep the driver busy for a while: some faults are a duration."""
        self.work_until(lambda: False, seconds)

    def settle(self) -> bool:
        """Heal everything and wait until nothing is on its way any more; False where that does not end."""
        self.system.heal()
        return self.settle_driver() and wait_until(self._drained, seconds=DRAIN_SECONDS, every=0.2)

    def settle_driver(self) -> bool:
        """Wait until every act is answered for good; False where that does not end."""
        return wait_until(self._answered, seconds=SETTLE_SECONDS, every=0.1)

    def _answered(self) -> bool:
        self.system.revive()
        return self.driver.idle

    def unpublished(self, service: str = "") -> int:
        """How many events wait in the outbox of a service, or of all."""
        self.oracle.observed.read()
        return sum(each.unpublished for each in self.oracle.observed if service in {"", each.member.name})

    def judge(self) -> Findings:
        """Let the oracle judge all that was done so far."""
        return self.oracle.judge(self.driver.attempts)

    def _drained(self) -> bool:
        self.system.revive()
        self.oracle.observed.read()
        return self.oracle.observed.missing() == 0


@contextmanager
def set_up(seed: int, services: tuple[str, ...] = suite.SERVICES) -> Iterator[Experiment]:
    """Set an experiment up: a system that runs, and a driver that has launched a first campaign."""
    draw = random.Random(seed)
    with running(services) as system:
        run = f"f{seed}"
        workload = Workload(run, draw, system.names)
        oracle = Oracle(Observed.of(system.members, system.databases), Injected())
        with Driver(system.url, run) as driver:
            ready = Experiment(system, driver, workload, oracle, draw)
            ready.work(2)
            ready.settle()
            yield ready
