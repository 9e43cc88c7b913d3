"""The port on the bus in memory: the smallest example of one."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from shared.bus.memory import MemoryBus
from shared.conformance import first, second
from shared.conformance.port import Feature, Group
from shared.conformance.publisher import service as publisher
from shared.conformance.stored import StoredGroup, StoredPublisher
from shared.service import Service

TRIES = 20
STEP = timedelta(seconds=5)
NO_BACKGROUND = "the bus in memory applies in the caller's own thread: nothing is under way when it is closed"


class MemoryGroup(StoredGroup):
    """A group whose members are processors of one queue."""

    def __init__(self, bus: MemoryBus, service: Service) -> None:
        """Let a service listen, with one member."""
        super().__init__(service, "sqlite://")
        self._bus, self._queue = bus, bus.join(service, self.stage.database)

    def run(self, members: int) -> None:
        """Run so many processors."""
        if len(self._queue.processors) > members:
            self._queue.close()
        while len(self._queue.processors) < members:
            self._bus.open(self._queue)

    def kill(self) -> None:
        """End all processors; everything that they took comes again."""
        self._queue.close(acknowledged=False)


class MemoryConformance(StoredPublisher):
    """One publisher and two groups in memory, with a clock that waiting moves."""

    missing: Mapping[Feature, str] = {Feature.BACKGROUND: NO_BACKGROUND}

    def __init__(self) -> None:
        """Make three databases in memory."""
        super().__init__("sqlite://")
        self._now = datetime(2017, 6, 16, 3, tzinfo=UTC)
        self._bus = MemoryBus([(publisher, self.stage.database)], lambda: self._now)
        self.first: Group = MemoryGroup(self._bus, first.service)
        self.second: Group = MemoryGroup(self._bus, second.service)

    def stop_publisher(self) -> None:
        """Carry what was told and lose every mark of it: the worst that a kill can do."""
        self._bus.carry()
        self.forget_sent()

    def start_publisher(self) -> None:
        """Nothing to do: settling carries whatever is unmarked."""

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Settle, and let time pass for what is tried again later."""
        for _ in range(TRIES):
            self._bus.settle()
            if true():
                return
            self._now += STEP
        raise AssertionError(what)
