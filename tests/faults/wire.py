"""Putting messages on the bus past every relay, and asking the broker; straight to the node."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import ChannelClosedByBroker
from sqlalchemy import select

from contracts.envelope import CONTENT_TYPE, Envelope
from shared.bus.sealing import HEADER, Headers, seal
from shared.bus.topology import exchange_of
from shared.clock import system_clock
from shared.database import Database
from shared.signing import SigningKey
from shared.tables import outbox

HEARTBEAT_SECONDS = 60


@contextmanager
def channel_of(amqp_url: str) -> Iterator[BlockingChannel]:
    """Give a channel with confirms."""
    parameters = pika.URLParameters(amqp_url)
    parameters.heartbeat = HEARTBEAT_SECONDS
    connection = pika.BlockingConnection(parameters)
    try:
        channel = connection.channel()
        channel.confirm_delivery()
        yield channel
    finally:
        if connection.is_open:
            connection.close()


def stored(database: Database, most: int = 1000) -> list[bytes]:
    """Return the newest published events of a service, in the order in which they were told."""
    newest = select(outbox.c.envelope).where(outbox.c.published_at.is_not(None))
    with database.reading() as session:
        return list(session.scalars(newest.order_by(outbox.c.seq.desc()).limit(most)))[::-1]


def tell(channel: BlockingChannel, bodies: Iterable[bytes], keys: Path) -> int:
    """Publish events as their relays would, signed by keys of a folder; return how many."""
    count, key_of = 0, cache(partial(SigningKey.load, keys))
    for body in bodies:
        envelope = Envelope.decode(body)
        proof = {HEADER: seal(key_of(envelope.service), [body], system_clock())[0]}
        put(channel, exchange_of(envelope.service), envelope.routing_key, body, headers=proof)
        count += 1
    return count


def put(
    channel: BlockingChannel,
    exchange: str,
    key: str,
    body: bytes,
    content_type: str = CONTENT_TYPE,
    headers: Headers | None = None,
) -> None:
    """Publish one message and wait for the broker's confirm."""
    properties = pika.BasicProperties(
        content_type=content_type, delivery_mode=pika.DeliveryMode.Persistent, headers=headers
    )
    channel.basic_publish(exchange, key, body, properties)


def depth(amqp_url: str, queue: str) -> int | None:
    """Return how many messages a queue holds ready; None where there is no such queue."""
    with channel_of(amqp_url) as channel:
        try:
            return int(channel.queue_declare(queue, passive=True).method.message_count)
        except ChannelClosedByBroker:
            return None


def consumers(amqp_url: str, queue: str) -> int:
    """Return how many consumers a queue has; 0 where there is no such queue."""
    with channel_of(amqp_url) as channel:
        try:
            return int(channel.queue_declare(queue, passive=True).method.consumer_count)
        except ChannelClosedByBroker:
            return 0


def delete(amqp_url: str, queue: str) -> None:
    """Delete a queue under its consumers."""
    with channel_of(amqp_url) as channel:
        channel.queue_delete(queue)
