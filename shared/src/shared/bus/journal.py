"""The journal: the stream that holds every event of every service, readable from any offset.

A stream does not say where it ends, and silence says nothing: a link may be slow. Who must know has a mark
put at its end, and has read everything when that comes back.
"""

import hashlib
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import AMQPError
from pydantic import ValidationError

from contracts.envelope import Envelope
from shared.bus.known import Identity, identity
from shared.bus.topology import HEARTBEAT_SECONDS, JOURNAL, MARKS
from shared.bus.trust import Delivery
from shared.ids import new_id

PREFETCH = 1000
TOGETHER = 500
WAIT_SECONDS = 1.0
Place = int | str | datetime
Arrival = tuple[Any, pika.BasicProperties, bytes]
Idle = Callable[[], object]


class JournalAway(AMQPError):  # type: ignore[misc]  # pika has no types
    """The broker reads no further from the journal for now; nothing follows from that."""


class Found(NamedTuple):
    """A message of the journal: its offset, itself, the id beside it, a digest by which to know it again."""

    offset: int
    delivery: Delivery
    message_id: str | None
    digest: str

    @classmethod
    def of(cls, method: Any, properties: pika.BasicProperties, body: bytes) -> "Found":
        """Take what pika gives with a message of a stream."""
        digest = hashlib.sha256(f"{properties.message_id or ''}\n".encode() + body).hexdigest()
        delivery = Delivery.of(method, properties, body)
        return cls(int(properties.headers["x-stream-offset"]), delivery, properties.message_id, digest)

    @property
    def identity(self) -> Identity:
        """Source and id as they stand beside the message."""
        return identity(self.delivery.exchange, self.message_id)

    def is_the_end(self, mark: bytes | None, last: int | None = None) -> bool:
        """Whether it is this mark, or this offset is reached."""
        return self.delivery[:2] == (mark, MARKS) or (last is not None and self.offset >= last)


@dataclass(frozen=True)
class Entry:
    """One event of the journal with its place."""

    offset: int
    envelope: Envelope


def read(
    amqp_url: str, *, start: Place = "first", last: int | None = None, follow: bool = False
) -> Generator[Entry, None, None]:
    """Give the journal's events from a place on: an offset, `first`, `last`, `next`, or an instant.

    `last` begins with the newest chunk, an instant with the chunk that holds it; so a few earlier
    events may come with it. Ends with the offset given as `last`, else with the journal's end; with
    `follow` never. What is no envelope is passed over: every inbox that gets it parks it. Raises AMQPError.
    """
    with closing(batches(amqp_url, start=start, last=last, follow=follow)) as found:
        for offset, delivery, *_ in chain.from_iterable(found):
            if entry := _entry(offset, delivery):
                yield entry


def batches(
    amqp_url: str, *, start: Place, last: int | None = None, follow: bool = False, idle: Idle = lambda: None
) -> Generator[list[Found], None, None]:
    """Give the messages from a place on, marks too, up to an offset as `read` does; those that came together.

    `idle` is called about once a second, and may raise what ends the reading. Raises AMQPError.
    """
    if (
        isinstance(start, int) and not follow
    ):  # the broker gives nothing from beyond the end, nor a mark there
        last = end(amqp_url, idle) if last is None else last
        if start > last:
            return
    with closing(_Reader(amqp_url, idle)) as reader:
        found = reader.read(start)
        mark = None if follow or isinstance(start, int) else reader.put_mark()
        for batch in found:
            until = next((n for n, each in enumerate(batch, 1) if each.is_the_end(mark, last)), None)
            yield batch[:until]
            if until is not None:
                return


def end(amqp_url: str, idle: Idle = lambda: None) -> int:
    """Return the offset of the journal's end: that of a mark that is put there and seen. Raises AMQPError."""
    with closing(_Reader(amqp_url, idle)) as reader:
        return reader.end()


def _entry(offset: int, delivery: Delivery) -> Entry | None:
    if delivery.exchange == MARKS:
        return None
    try:
        return Entry(offset, Envelope.decode(delivery.body))
    except ValidationError:
        return None


class _Reader:
    """One connection that reads the journal, for one reading."""

    def __init__(self, amqp_url: str, idle: Idle) -> None:
        parameters = pika.URLParameters(amqp_url)
        parameters.heartbeat = HEARTBEAT_SECONDS
        self._connection = pika.BlockingConnection(parameters)
        self._idle = idle
        self._came = list[Arrival]()
        self._gone = list[object]()

    def read(self, start: Place) -> Generator[list[Found], None, None]:
        """Begin to read from a place."""
        channel = self._connection.channel()
        channel.basic_qos(prefetch_count=PREFETCH)
        channel.add_on_cancel_callback(self._gone.append)
        channel.basic_consume(
            JOURNAL, lambda _c, *arrival: self._came.append(arrival), arguments={"x-stream-offset": start}
        )
        return self._found(channel)

    def end(self) -> int:
        """Read the newest chunk, and on to a mark of one's own, which is put there after that began."""
        found = self.read("last")
        mark = self.put_mark()
        return next(each.offset for each in chain.from_iterable(found) if each.is_the_end(mark))

    def put_mark(self) -> bytes:
        """Put a mark at the journal's end, and return it. Raises AMQPError."""
        mark, channel = new_id("mark").encode(), self._connection.channel()
        channel.confirm_delivery()
        channel.basic_publish(MARKS, "", mark, pika.BasicProperties(delivery_mode=2), mandatory=True)
        return mark

    def close(self) -> None:
        """Go, whatever is still on its way."""
        # Who leaves early has unread messages; a stream takes none back and may close the connection itself.
        with suppress(AMQPError):
            self._connection.close()

    def _found(self, channel: BlockingChannel) -> Generator[list[Found], None, None]:
        while True:
            self._await_some()
            came, self._came = self._came, []
            yield [Found.of(*arrival) for arrival in came]
            channel.basic_ack(came[-1][0].delivery_tag, multiple=True)

    def _await_some(self) -> None:
        """Wait until something came, however long that takes, and take what comes with it."""
        while not self._came:
            self._idle()
            self._listen(WAIT_SECONDS)
        before = 0
        while before < len(self._came) < TOGETHER:
            before = len(self._came)
            self._listen(0)

    def _listen(self, seconds: float) -> None:
        self._connection.process_data_events(time_limit=seconds)
        if self._gone:
            raise JournalAway
