"""Places at each service: so many calls at once, a few more wait for a moment, the rest are shed.

Commands, questions of who signed in and questions of anyone have places apart, so that a burst of readings
leaves commands at work.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

from contracts.calls import Call, Reply
from contracts.manifest import Manifest
from gateway.bus.port import Bus, Method, ServiceBusy

Kind = Literal["command", "query", "public"]


@dataclass(frozen=True)
class Queue:
    """How many calls may wait for a place, and for how many seconds: later they are told to come back."""

    length: int
    seconds: float


class Places:
    """The places for one kind of call at one service."""

    def __init__(self, at_once: int, queue: Queue) -> None:
        """Let so many be under way, and others wait in a queue."""
        self._free = asyncio.Semaphore(at_once)
        self._left = at_once + queue.length
        self._seconds = queue.seconds

    @asynccontextmanager
    async def place(self, manifest: Manifest) -> AsyncIterator[None]:
        """Hold a place for the block. Raises ServiceBusy."""
        if not self._left:
            raise ServiceBusy(manifest)
        self._left -= 1
        try:
            await self._wait(manifest)
            try:
                yield
            finally:
                self._free.release()
        finally:
            self._left += 1

    async def _wait(self, manifest: Manifest) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(self._seconds):
                await self._free.acquire()
        except TimeoutError as error:
            raise ServiceBusy(manifest) from error


class BusWithPlaces:
    """A bus on which a call needs a place at its service."""

    def __init__(self, bus: Bus, at_once: Mapping[Kind, int], queue: Queue) -> None:
        """Let so many calls of each kind be under way at each service, and others wait."""
        self._bus, self._at_once, self._queue = bus, at_once, queue
        self._places: dict[tuple[str, Kind], Places] = {}

    @property
    def connected(self) -> bool:
        """Whether the broker can be reached now."""
        return self._bus.connected

    @property
    def knows_services(self) -> bool:
        """Whether all published manifests have been read."""
        return self._bus.knows_services

    async def call(self, manifest: Manifest, method: Method, call: Call) -> Reply:
        """Call a service when there is a place. Raises ServiceBusy, and what the bus raises."""
        async with self._places_at(manifest.service, _kind(method, call)).place(manifest):
            return await self._bus.call(manifest, method, call)

    async def listeners(self, service: str) -> int:
        """Count the processes that take the service's calls now. Raises BrokerUnavailable."""
        return await self._bus.listeners(service)

    def _places_at(self, service: str, kind: Kind) -> Places:
        if (service, kind) not in self._places:
            self._places[service, kind] = Places(self._at_once[kind], self._queue)
        return self._places[service, kind]


def _kind(method: Method, call: Call) -> Kind:
    if method == "command":
        return "command"
    return "query" if call.token else "public"
