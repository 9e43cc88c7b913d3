"""The journal: the stream that holds every event of every service, readable from any offset."""

from collections.abc import Iterator
from dataclasses import dataclass

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pydantic import ValidationError

from contracts.envelope import Envelope
from shared.bus.topology import JOURNAL

PREFETCH = 500
QUIET_SECONDS = 2.0


@dataclass(frozen=True)
class Entry:
    """One event of the journal with its place."""

    offset: int
    envelope: Envelope


def read(
    amqp_url: str, *, start: int | str = "first", quiet_seconds: float | None = QUIET_SECONDS
) -> Iterator[Entry]:
    """Give the journal's events from an offset on: a number, `first`, `last` or `next`.

    Ends when nothing came for `quiet_seconds`; with None it follows for ever. What is no envelope
    is passed over: every inbox that gets it parks it.
    """
    connection = pika.BlockingConnection(pika.URLParameters(amqp_url))
    try:
        channel = connection.channel()
        channel.basic_qos(prefetch_count=PREFETCH)
        yield from _consume(channel, start, quiet_seconds)
    finally:
        connection.close()


def _consume(channel: BlockingChannel, start: int | str, quiet_seconds: float | None) -> Iterator[Entry]:
    deliveries = channel.consume(
        JOURNAL, inactivity_timeout=quiet_seconds, arguments={"x-stream-offset": start}
    )
    for method, properties, body in deliveries:
        if method is None:
            return
        channel.basic_ack(method.delivery_tag)
        try:
            envelope = Envelope.decode(body)
        except ValidationError:
            continue
        yield Entry(properties.headers["x-stream-offset"], envelope)
