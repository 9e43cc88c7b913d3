"""The journal: the stream that holds every event of every service, readable from any offset."""

from collections import deque
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime

import pika
from pika.exceptions import AMQPError
from pydantic import ValidationError

from contracts.envelope import Envelope
from shared.bus.topology import JOURNAL

PREFETCH = 500
QUIET_SECONDS = 2.0
Place = int | str | datetime


@dataclass(frozen=True)
class Entry:
    """One event of the journal with its place."""

    offset: int
    envelope: Envelope


def read(
    amqp_url: str,
    *,
    start: Place = "first",
    last: int | None = None,
    quiet_seconds: float | None = QUIET_SECONDS,
) -> Generator[Entry, None, None]:
    """Give the journal's events from a place on: an offset, `first`, `last`, `next`, or an instant.

    `last` begins with the newest chunk, an instant with the chunk that holds it; so a few earlier
    events may come with it. Ends with the offset given as `last`, or when nothing came for
    `quiet_seconds`; with None it follows for ever. What is no envelope is passed over: every inbox
    that gets it parks it.
    """
    with closing(_deliveries(amqp_url, start, quiet_seconds)) as deliveries:
        for offset, body in deliveries:
            if entry := _entry(offset, body):
                yield entry
            if last is not None and offset >= last:
                return


def _entry(offset: int, body: bytes) -> Entry | None:
    try:
        return Entry(offset, Envelope.decode(body))
    except ValidationError:
        return None


def last_offset(amqp_url: str, quiet_seconds: float = QUIET_SECONDS) -> int | None:
    """Return the newest offset, be it that of an event or of what is none; None for an empty journal."""
    newest = deque(_deliveries(amqp_url, "last", quiet_seconds), maxlen=1)
    return newest[0][0] if newest else None


def _deliveries(
    amqp_url: str, start: Place, quiet_seconds: float | None
) -> Generator[tuple[int, bytes], None, None]:
    connection = pika.BlockingConnection(pika.URLParameters(amqp_url))
    try:
        channel = connection.channel()
        channel.basic_qos(prefetch_count=PREFETCH)
        found = channel.consume(
            JOURNAL, inactivity_timeout=quiet_seconds, arguments={"x-stream-offset": start}
        )
        for method, properties, body in found:
            if method is None:
                return
            channel.basic_ack(method.delivery_tag)
            yield properties.headers["x-stream-offset"], body
    finally:
        # Who leaves early has unread messages, which pika hands back; a stream takes none back and
        # closes the connection itself.
        with suppress(AMQPError):
            connection.close()
