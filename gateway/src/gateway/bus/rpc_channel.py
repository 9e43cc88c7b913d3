"""What lives as long as one connection: the reply queue, the calls that wait, the stream of manifests."""

import asyncio
from collections.abc import Callable
from typing import Self
from uuid import uuid4

from pika import BasicProperties
from pika.channel import Channel as PikaChannel
from pika.exceptions import AMQPError, ChannelClosedByBroker
from pika.spec import Basic

from contracts.calls import RPC_EXCHANGE, Call
from gateway.bus.awaitable import Channel, Connection, settle
from gateway.http.errors import BodyTooLarge
from shared.bus.manifest_stream import FROM_THE_FIRST, MARK, mark
from shared.bus.topology import ALL_MANIFESTS, MANIFEST_ARGUMENTS, MANIFESTS, rpc_queue_of

NOT_FOUND = 404
# RabbitMQ 4 closes the channel of whoever sends more than 16 MiB, and with it everybody's calls.
MOST_ON_THE_BUS = 12 * 1024 * 1024
MANIFESTS_IN_FLIGHT = 100

OnManifest = Callable[[bytes, BasicProperties], None]
Waits = tuple[str, str]  # the key of the reply and the correlation id


class Unroutable(Exception):
    """The broker knows no queue for the call."""


class RpcChannel:
    """Calls and their replies over one open connection. It is not used again after it was lost."""

    def __init__(self, connection: Connection, calls: Channel, user: str) -> None:
        self.connection = connection
        self._calls = calls
        self._own = str(uuid4())
        self._waiting: dict[Waits, asyncio.Future[bytes]] = {}
        self._mark = mark(user)
        self.has_read_manifests = False
        self._probe: Channel | None = None
        self._probing = asyncio.Lock()

    @classmethod
    async def open(
        cls, connection: Connection, user: str, on_manifest: OnManifest, *, declares: bool
    ) -> Self:
        """Make ready to call, and start reading manifests from the first one. Raises AMQPError.

        `declares` makes what services share; without it the broker's definitions have.
        """
        rpc = cls(connection, await Channel.open(connection), user)
        if declares:
            await rpc._declare()
        await rpc._receive_replies()
        await rpc._read_manifests(on_manifest)
        return rpc

    async def send(self, service: str, address: str, call: Call, expires_seconds: float) -> bytes:
        """Return the reply's body; a call that waits longer in its queue is dropped by the broker.

        The address is the routing key of a host of the service. Raises BodyTooLarge, Unroutable, AMQPError.
        """
        waits = (self._reply_key(service), str(uuid4()))
        reply: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting[waits] = reply
        try:
            self._publish(address, waits, call, expires_seconds)
            return await reply
        finally:
            del self._waiting[waits]

    async def listeners(self, host: str) -> int:
        """Count the consumers of calls to a host's name; 0 where there is no queue. Raises AMQPError."""
        async with self._probing:
            if self._probe is None or not self._probe.inner.is_open:
                self._probe = await Channel.open(self.connection)
            return await _consumers(self._probe, rpc_queue_of(host))

    def fail(self, reason: BaseException) -> None:
        """Tell all who wait that the connection is gone."""
        for reply in self._waiting.values():
            settle(reply, reason)

    def _reply_key(self, service: str) -> str:
        """The key of a service's replies: the broker lets no other service use it."""
        return f"reply.{service}.{self._own}"

    async def _declare(self) -> None:
        """Make what services make too, so that it does not matter who starts first."""
        channel, stream = self._calls, {"durable": True, "arguments": MANIFEST_ARGUMENTS}
        exchanges = {RPC_EXCHANGE: "topic", ALL_MANIFESTS: "fanout"}
        for name, kind in exchanges.items():
            await channel.ask(channel.inner.exchange_declare, exchange=name, exchange_type=kind, durable=True)
        await channel.ask(channel.inner.queue_declare, queue=MANIFESTS, **stream)
        await channel.ask(channel.inner.queue_bind, queue=MANIFESTS, exchange=ALL_MANIFESTS)

    async def _receive_replies(self) -> None:
        """Receive as nameko's own clients do: a queue bound to the RPC exchange by its own key."""
        channel, queue = self._calls, f"rpc.reply-gateway-{self._own}"
        self._lose_with(channel)
        await channel.ask(channel.inner.queue_declare, queue=queue, exclusive=True, auto_delete=True)
        await channel.ask(
            channel.inner.queue_bind,
            queue=queue,
            exchange=RPC_EXCHANGE,
            routing_key=self._reply_key("*"),
        )
        channel.inner.add_on_return_callback(self._on_return)
        await channel.ask(
            channel.inner.basic_consume, queue=queue, on_message_callback=self._on_reply, auto_ack=True
        )

    async def _read_manifests(self, on_manifest: OnManifest) -> None:
        """Read all manifests, and what comes; a mark of our own, coming back, says that all were read."""
        channel = await Channel.open(self.connection)
        self._lose_with(channel)
        await channel.ask(channel.inner.basic_qos, prefetch_count=MANIFESTS_IN_FLIGHT)

        def read(inner: PikaChannel, method: Basic.Deliver, properties: BasicProperties, body: bytes) -> None:
            inner.basic_ack(method.delivery_tag)
            if properties.type != MARK:
                on_manifest(body, properties)
            elif properties.message_id == self._mark.message_id:
                self.has_read_manifests = True

        await channel.ask(
            channel.inner.basic_consume,
            queue=MANIFESTS,
            on_message_callback=read,
            arguments=FROM_THE_FIRST,
        )
        channel.inner.basic_publish(ALL_MANIFESTS, "", b"", self._mark, mandatory=True)

    def _lose_with(self, channel: Channel) -> None:
        """Begin anew when the broker closes a channel without which nothing works, or deletes its queue."""
        channel.inner.add_on_close_callback(lambda _, __: self.connection.close())
        channel.inner.add_on_cancel_callback(lambda _: self.connection.close())

    def _publish(self, routing_key: str, waits: Waits, call: Call, expires_seconds: float) -> None:
        reply_to, correlation = waits
        body = b'{"args":[%b],"kwargs":{}}' % call.model_dump_json().encode()
        if len(body) > MOST_ON_THE_BUS:
            raise BodyTooLarge(limit=MOST_ON_THE_BUS)
        properties = BasicProperties(
            content_type="application/json",
            content_encoding="utf-8",
            reply_to=reply_to,
            correlation_id=correlation,
            expiration=str(round(expires_seconds * 1000)),
        )
        self._calls.inner.basic_publish(RPC_EXCHANGE, routing_key, body, properties, mandatory=True)

    def _on_reply(
        self, _channel: PikaChannel, method: Basic.Deliver, properties: BasicProperties, body: bytes
    ) -> None:
        self._settle(method.routing_key, properties, body)

    def _on_return(
        self, _channel: PikaChannel, _method: Basic.Return, properties: BasicProperties, _body: bytes
    ) -> None:
        self._settle(properties.reply_to or "", properties, Unroutable())

    def _settle(self, reply_key: str, properties: BasicProperties, result: object) -> None:
        """Give a reply to who waits for it from the service whose key it came with."""
        reply = self._waiting.get((reply_key, properties.correlation_id or ""))
        if reply is not None:
            settle(reply, result)


async def _consumers(channel: Channel, queue: str) -> int:
    try:
        frame = await channel.ask(channel.inner.queue_declare, queue=queue, passive=True)
    except ChannelClosedByBroker as closed:
        if closed.reply_code == NOT_FOUND:
            return 0
        raise
    return int(frame.method.consumer_count)


LOST = (AMQPError, OSError)
