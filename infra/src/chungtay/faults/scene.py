"""What a fault is given: the plant, the driver at its work, and dice."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from chungtay import suite
from chungtay.faults.books import Books
from chungtay.faults.driver import Driver
from chungtay.faults.members import Member
from chungtay.faults.oracle import Findings, Oracle
from chungtay.faults.plant import Plant, running
from chungtay.faults.planted import Planted
from chungtay.faults.stories import World
from chungtay.waiting import wait_until

BUSY_STORIES = 8
MOST_WAITING = 150
STRIKE_SECONDS = 40
SETTLE_SECONDS = 200
DRAIN_SECONDS = 120


@dataclass
class Scene:
    """Everything that a fault may touch. `draw` is seeded, so that a schedule can be played again."""

    plant: Plant
    driver: Driver
    world: World
    oracle: Oracle
    draw: random.Random

    @property
    def planted(self) -> Planted:
        """What the faults have put on the bus themselves."""
        return self.oracle.planted

    def some_service(self, *, telling: bool = False) -> Member:
        """Draw a service; a `telling` one is of the suite and publishes events."""
        return self.draw.choice([each for each in self.plant.members if each.service.events or not telling])

    def work(self, stories: int = BUSY_STORIES) -> None:
        """Give the driver something to do; it does it while the fault goes on."""
        self.driver.play(self.world.stories(stories))

    def work_until(self, happened: Callable[[], bool], seconds: float = STRIKE_SECONDS) -> bool:
        """Keep the driver busy until something has happened; False where it has not in `seconds`."""

        def busy() -> bool:
            if self.driver.ready < BUSY_STORIES and self.driver.waiting() < MOST_WAITING:
                self.work(BUSY_STORIES // 2)
            return happened()

        return wait_until(busy, seconds=seconds, every=0.05)

    def work_for(self, seconds: float) -> None:
        """Keep the driver busy for a while: some faults are a duration."""
        self.work_until(lambda: False, seconds)

    def settle(self) -> bool:
        """Heal everything and wait until nothing is on its way any more; False where that does not end."""
        self.plant.heal()
        return self.settle_driver() and wait_until(self._drained, seconds=DRAIN_SECONDS, every=0.2)

    def settle_driver(self) -> bool:
        """Wait until every act is answered for good; False where that does not end."""
        return wait_until(self._answered, seconds=SETTLE_SECONDS, every=0.1)

    def _answered(self) -> bool:
        self.plant.revive()
        return self.driver.idle

    def unpublished(self, service: str = "") -> int:
        """How many events wait in the outbox of a service, or of all."""
        self.oracle.books.read()
        return sum(book.unpublished for book in self.oracle.books if service in {"", book.member.name})

    def judge(self) -> Findings:
        """Let the oracle judge all that was done so far."""
        return self.oracle.judge(self.driver.attempts)

    def _drained(self) -> bool:
        self.plant.revive()
        self.oracle.books.read()
        return self.oracle.books.missing() == 0


@contextmanager
def scene(seed: int, services: tuple[str, ...] = suite.SERVICES) -> Iterator[Scene]:
    """Set a scene: a plant that runs, and a driver that has launched a first campaign."""
    draw = random.Random(seed)  # noqa: S311 - dice that can be thrown again
    with running(services) as plant:
        run = f"f{seed}"
        world = World(run, draw, plant.names)
        oracle = Oracle(Books.of(plant.members, plant.databases), Planted())
        with Driver(plant.url, run) as driver:
            set_up = Scene(plant, driver, world, oracle, draw)
            set_up.work(2)
            set_up.settle()
            yield set_up
