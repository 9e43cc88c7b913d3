"""pika's connection and channel, which work by callbacks, made awaitable."""

import asyncio
from collections.abc import Callable
from typing import Any, Self

from pika.adapters.asyncio_connection import AsyncioConnection
from pika.channel import Channel as PikaChannel
from pika.connection import Parameters
from pika.exceptions import AMQPError


def settle(future: asyncio.Future[Any], result: object) -> None:
    """Give a result, or raise it where it is an error; who no longer waits is left alone."""
    if future.done():
        return
    if isinstance(result, BaseException):
        future.set_exception(result)
    else:
        future.set_result(result)


class Connection:
    """An open connection; `lost` is done, with the reason, as soon as it is gone."""

    def __init__(self, inner: AsyncioConnection, lost: asyncio.Future[BaseException]) -> None:
        self.inner = inner
        self.lost = lost

    @classmethod
    async def open(cls, parameters: Parameters) -> Self:
        """Connect within the running loop. Raises AMQPError, OSError."""
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[AsyncioConnection] = loop.create_future()
        lost: asyncio.Future[BaseException] = loop.create_future()
        AsyncioConnection(
            parameters,
            on_open_callback=lambda inner: settle(opened, inner),
            on_open_error_callback=lambda _, error: settle(opened, _as_error(error)),
            on_close_callback=lambda _, reason: None if lost.done() else lost.set_result(reason),
        )
        return cls(await opened, lost)

    def close(self) -> None:
        """Close it, unless that has happened already."""
        if self.inner.is_open:
            self.inner.close()


def _as_error(error: BaseException | str) -> BaseException:
    return error if isinstance(error, AMQPError | OSError) else AMQPError(str(error))


class Channel:
    """A channel whose requests can be awaited."""

    def __init__(self, inner: PikaChannel) -> None:
        self.inner = inner
        self._waiting: set[asyncio.Future[Any]] = set()
        inner.add_on_close_callback(lambda _, reason: self._fail(reason))

    @classmethod
    async def open(cls, connection: Connection) -> Self:
        """Open a channel. Raises AMQPError."""
        opened: asyncio.Future[PikaChannel] = asyncio.get_running_loop().create_future()

        def give_up(lost: asyncio.Future[BaseException]) -> None:
            settle(opened, lost.result())

        connection.lost.add_done_callback(give_up)
        try:
            connection.inner.channel(on_open_callback=lambda inner: settle(opened, inner))
            return cls(await opened)
        finally:
            connection.lost.remove_done_callback(give_up)

    async def ask(self, request: Callable[..., Any], /, **arguments: object) -> Any:
        """Send a request of `inner` and return the broker's answer. Raises AMQPError."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.add(answer)
        try:
            request(**arguments, callback=lambda frame: settle(answer, frame))
            return await answer
        finally:
            self._waiting.discard(answer)

    def _fail(self, reason: BaseException) -> None:
        for answer in self._waiting:
            settle(answer, reason)
