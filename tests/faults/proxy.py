"""A TCP proxy that does to a connection what networks do (the toxics of Toxiproxy, in this process).

Every process of a run reaches the broker through a link of its own, so that one agency's network
can fail while the others' works. The proxy has its own thread and event loop.
"""

import asyncio
import random
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from chungtay.ports import LOOPBACK

T = TypeVar("T")
CHUNK = 65_536
SLOW_CHUNK = 256


@dataclass(frozen=True)
class Weather:
    """What the network does now. A fresh one is fair.

    `hole_up` and `hole_down` hold back what goes to the broker and what comes from it until the
    weather clears; `latency` and `jitter` are seconds, `bandwidth` bytes a second; `cut_after` breaks
    a connection after so many bytes; `half_open` hides from the client that the broker's side ended.
    """

    down: bool = False
    hole_up: bool = False
    hole_down: bool = False
    latency: float = 0.0
    jitter: float = 0.0
    bandwidth: int | None = None
    cut_after: int | None = None
    half_open: bool = False

    @property
    def delays(self) -> bool:
        """It slows or holds back what passes."""
        return bool(self.hole_up or self.hole_down or self.latency or self.jitter or self.bandwidth)


FAIR, HALF_OPEN = Weather(), Weather(half_open=True)


@dataclass
class Link:
    """One way to the broker: the port where the proxy listens, its weather, its open connections.

    `touched` counts what the weather did: connections refused or broken, pieces held back or slowed.
    """

    name: str
    upstream: int
    weather: Weather = FAIR
    port: int = 0
    touched: int = 0
    writers: set[asyncio.StreamWriter] = field(default_factory=set)
    clear: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self) -> None:
        """Begin to listen."""
        self.clear.set()
        server = await asyncio.start_server(self._serve, LOOPBACK, 0)
        self.port = server.sockets[0].getsockname()[1]

    def change(self, weather: Weather) -> None:
        """Let the weather change; `down` also breaks what is open."""
        self.weather = weather
        held = weather.hole_up or weather.hole_down
        (self.clear.clear if held else self.clear.set)()
        if weather.down:
            self.reset()

    def reset(self) -> None:
        """Break every open connection."""
        self._abort(self.writers)

    def end_far_side(self) -> None:
        """Let the broker's side of every connection be lost, unknown to the clients."""
        self.change(HALF_OPEN)
        self._abort({each for each in self.writers if _port_of(each) == self.upstream})

    def _abort(self, writers: set[asyncio.StreamWriter]) -> None:
        for writer in writers:
            self.touched += 1
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.weather.down:
            self._abort({writer})
            return
        try:
            far_reader, far_writer = await asyncio.open_connection(LOOPBACK, self.upstream)
        except OSError:
            writer.transport.abort()
            return
        self.writers |= {writer, far_writer}
        try:
            await asyncio.gather(
                self._pump(reader, far_writer, up=True), self._pump(far_reader, writer, up=False)
            )
        finally:
            if not self.weather.half_open:
                self.writers -= {writer, far_writer}

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, up: bool) -> None:
        passed = 0
        with suppress(OSError):
            while data := await reader.read(SLOW_CHUNK if self.weather.bandwidth else CHUNK):
                await self._bad_weather(len(data), up=up)
                limit = self.weather.cut_after
                if limit is not None and passed + len(data) > limit:
                    writer.write(data[: limit - passed])
                    self.reset()
                    return
                passed += len(data)
                writer.write(data)
                await writer.drain()
        if up or not self.weather.half_open:
            writer.close()

    async def _bad_weather(self, size: int, *, up: bool) -> None:
        weather = self.weather
        self.touched += weather.delays
        if weather.hole_up if up else weather.hole_down:
            await self.clear.wait()
        if weather.latency or weather.jitter:
            await asyncio.sleep(weather.latency + random.uniform(0, weather.jitter))
        if weather.bandwidth:
            await asyncio.sleep(size / weather.bandwidth)


class Proxy:
    """All links, in one event loop of their own."""

    def __init__(self, upstream: int) -> None:
        """Take the broker's port."""
        self._upstream = upstream
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fault-proxy", daemon=True)
        self._thread.start()
        self.links: dict[str, Link] = {}

    def link(self, name: str) -> Link:
        """Return the link of that name, opened when first asked for."""
        if name not in self.links:
            self.links[name] = self._await(self._open(name))
        return self.links[name]

    def change(self, name: str, weather: Weather) -> None:
        """Change the weather of one link."""
        self._do(lambda: self.links[name].change(weather))

    def reset(self, name: str) -> None:
        """Break the open connections of one link."""
        self._do(self.links[name].reset)

    def end_far_side(self, name: str) -> None:
        """Let the broker lose a link's connections while the clients hear nothing of it."""
        self._do(self.links[name].end_far_side)

    def fair(self) -> None:
        """Let the weather of every link be fair."""
        for name in self.links:
            self.change(name, FAIR)

    def close(self) -> None:
        """Break everything and end the thread."""
        for name in self.links:
            self.change(name, Weather(down=True))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        with suppress(RuntimeError):  # a pump may still be on its way out
            self._loop.close()

    async def _open(self, name: str) -> Link:
        link = Link(name, self._upstream)
        await link.open()
        return link

    def _await(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _do(self, act: Callable[[], None]) -> None:
        async def within() -> None:
            act()

        self._await(within())


def _port_of(writer: asyncio.StreamWriter) -> int | None:
    """The port at the far end of a connection; None where it is gone."""
    peer = writer.get_extra_info("peername")
    return int(peer[1]) if peer else None
