"""A bus on the real broker, and a service that answers as nameko would."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import Any

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel
from pika.spec import Basic

from contracts.calls import RPC_EXCHANGE
from contracts.manifest import Manifest
from gateway.bus.rabbit import RabbitBus

SECONDS = 2.0
Answer = Callable[[dict[str, Any]], dict[str, Any] | None]


class Responder:
    """Takes the calls of one service in a thread; `answer` gives nameko's reply, or None for silence."""

    def __init__(self, url: str, service: str, answer: Answer) -> None:
        self.queue = f"rpc-{service}"
        self.received: list[dict[str, Any]] = []
        self._answer = answer
        self._connection = pika.BlockingConnection(pika.URLParameters(url))
        self._channel = self._connection.channel()
        self._channel.exchange_declare(RPC_EXCHANGE, "topic", durable=True)
        self._channel.queue_declare(self.queue, durable=True)
        self._channel.queue_bind(self.queue, RPC_EXCHANGE, f"{service}.*")
        self._channel.basic_consume(self.queue, self._take)
        self._thread = threading.Thread(target=self._channel.start_consuming)
        self._thread.start()

    def stop(self) -> None:
        """Stop listening; the queue stays, as that of a service that is down."""
        self._connection.add_callback_threadsafe(self._channel.stop_consuming)
        self._thread.join()
        self._connection.close()

    def _take(
        self, channel: BlockingChannel, method: Basic.Deliver, properties: pika.BasicProperties, body: bytes
    ) -> None:
        [call] = json.loads(body)["args"]
        self.received.append({"key": method.routing_key, "expiration": properties.expiration, **call})
        channel.basic_ack(method.delivery_tag)
        if (reply := self._answer(call)) is not None:
            told = pika.BasicProperties(
                correlation_id=properties.correlation_id, content_type="application/json"
            )
            channel.basic_publish(RPC_EXCHANGE, properties.reply_to, json.dumps(reply).encode(), told)


@pytest.fixture
def anyio_backend() -> str:
    """Run asynchronous tests on asyncio."""
    return "asyncio"


@pytest.fixture
def manifest() -> Manifest:
    """Give the manifest of a service that only these tests know."""
    return Manifest(
        service="bustest",
        version="0.1.0",
        function="front-standing",
        agency="btt-mttq-tinh",
        agency_vi="Ban Thường trực",
        agency_en="Standing Board",
        title_vi="Thử",
        title_en="Test",
        commands=[],
        queries=[],
        events_out=[],
        events_in=[],
    )


@pytest.fixture
def respond(broker: str) -> Iterator[Callable[..., Responder]]:
    """Give the way to start a service of that name; its queues are gone afterwards."""
    started: list[Responder] = []

    def start(answer: Answer, host: str = "bustest") -> Responder:
        started.append(Responder(broker, host, answer))
        return started[-1]

    yield start
    for each in started:
        with suppress(pika.exceptions.AMQPError):
            each.stop()
    with pika.BlockingConnection(pika.URLParameters(broker)) as connection:
        for queue in {"rpc-bustest", *(each.queue for each in started)}:
            connection.channel().queue_delete(queue)


@pytest.fixture
def manifests_read() -> list[bytes]:
    """Give the list of manifests read so far."""
    return []


@pytest.fixture
async def bus(broker: str, manifests_read: list[bytes]) -> AsyncIterator[RabbitBus]:
    """Give a bus that is connected."""
    opened = RabbitBus(broker, SECONDS, lambda body, _: manifests_read.append(body))
    running = asyncio.create_task(opened.run())
    await until(lambda: opened.connected)
    yield opened
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def until(true: Callable[[], bool], seconds: float = 15) -> None:
    """Wait for a thing that must come true."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is awaited has no event of its own
            await asyncio.sleep(0.02)


@pytest.fixture(name="until")
def given_until() -> Callable[..., Any]:
    """Give the way to wait for a thing."""
    return until
