"""The journal: the stream that holds every event of every service, readable from any offset."""

from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from math import inf
from time import monotonic
from typing import Any

import pika
from pika.adapters.blocking_connection import BlockingConnection
from pika.exceptions import AMQPError
from pydantic import ValidationError

from contracts.envelope import Envelope
from shared.bus.topology import JOURNAL
from shared.bus.trust import Delivery

PREFETCH = 1000
QUIET_SECONDS = 2.0
WAIT_SECONDS = 5.0
Place = int | str | datetime
Arrival = tuple[Any, pika.BasicProperties, bytes]


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
    with closing(deliveries(amqp_url, start=start, last=last, quiet_seconds=quiet_seconds)) as found:
        for offset, delivery in found:
            if entry := _entry(offset, delivery.body):
                yield entry


def deliveries(
    amqp_url: str,
    *,
    start: Place = "first",
    last: int | None = None,
    quiet_seconds: float | None = QUIET_SECONDS,
) -> Generator[tuple[int, Delivery], None, None]:
    """Give offset and message of all that the journal holds from a place on, in the way of `read`."""
    with closing(_deliveries(amqp_url, start, quiet_seconds)) as found:
        for offset, delivery in found:
            yield offset, delivery
            if last is not None and offset >= last:
                return


def _entry(offset: int, body: bytes) -> Entry | None:
    try:
        return Entry(offset, Envelope.decode(body))
    except ValidationError:
        return None


def last_offset(amqp_url: str, quiet_seconds: float = QUIET_SECONDS) -> int | None:
    """Return the newest offset, be it that of an event or of what is none; None for an empty journal.

    Where events keep coming it is the newest of those that came within `quiet_seconds`.
    """
    newest, end = None, monotonic() + quiet_seconds
    with closing(_deliveries(amqp_url, "last", quiet_seconds)) as found:
        for offset, _ in found:
            newest = offset
            if monotonic() > end:
                break
    return newest


def _deliveries(
    amqp_url: str, start: Place, quiet_seconds: float | None
) -> Generator[tuple[int, Delivery], None, None]:
    connection = pika.BlockingConnection(pika.URLParameters(amqp_url))
    try:
        channel, came = connection.channel(), list[Arrival]()
        channel.basic_qos(prefetch_count=PREFETCH)
        channel.basic_consume(
            JOURNAL, lambda _c, *arrival: came.append(arrival), arguments={"x-stream-offset": start}
        )
        while _await_some(connection, came, quiet_seconds):
            for method, properties, body in came:
                yield properties.headers["x-stream-offset"], Delivery.of(method, properties, body)
            channel.basic_ack(came[-1][0].delivery_tag, multiple=True)
            came.clear()
    finally:
        # Who leaves early has unread messages; a stream takes none back and may close the connection itself.
        with suppress(AMQPError):
            connection.close()


def _await_some(connection: BlockingConnection, came: list[Arrival], quiet_seconds: float | None) -> bool:
    """Wait until something came; False where nothing did for so long."""
    end = inf if quiet_seconds is None else monotonic() + quiet_seconds
    while not came and (left := end - monotonic()) > 0:
        connection.process_data_events(time_limit=min(left, WAIT_SECONDS))
    return bool(came)
