"""The relay: a process of its own that publishes what the outbox holds.

It reads unpublished rows in order, never from a cursor, and publishes a batch in which no key
occurs twice; so an event that the broker refuses cannot be overtaken by a later one of its key.
Rows are marked when the broker has confirmed them; a refused or returned row simply stays.
"""

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pika
import structlog
from pika.adapters.select_connection import SelectConnection
from pika.channel import Channel
from pika.frame import Method
from sqlalchemy import Row, select, update
from sqlalchemy.exc import SQLAlchemyError

from shared.bus.doorbell import Doorbell, doorbell_of
from shared.bus.lease import Lease
from shared.bus.topology import HEARTBEAT_SECONDS, exchange_of
from shared.clock import Clock, system_clock
from shared.crash import crash_point
from shared.database import Database
from shared.loading import database_of, load
from shared.logs import configure_logs
from shared.settings import settings
from shared.tables import outbox

log = structlog.get_logger()

BATCH = 500
LOOK_SECONDS = 0.5
RETRY_SECONDS = 2.0


class Relay:
    """One connection, one batch in flight."""

    def __init__(
        self, service: str, database: Database, amqp_url: str, doorbell: Doorbell, clock: Clock = system_clock
    ) -> None:
        """Take the service's name, its database, the broker's address, and the bell that wakes."""
        self._exchange = exchange_of(service)
        self._database = database
        self._parameters = pika.URLParameters(amqp_url)
        self._parameters.heartbeat = HEARTBEAT_SECONDS
        self._user = self._parameters.credentials.username
        self._bell = doorbell.listen()
        self._clock = clock
        self._lease = Lease(database, f"{service}-relay", clock)
        self._connection: SelectConnection | None = None
        self._channel: Channel | None = None
        self._in_flight: dict[int, Row[Any]] = {}
        self._confirmed: list[int] = []
        self._returned: set[str] = set()
        self._refused: set[str] = set()
        self._next_tag = 1
        self._stopping = False

    def run(self) -> None:
        """Publish until stopped, through any number of connections."""
        while not self._stopping:
            self._forget_channel()
            self._connection = SelectConnection(
                self._parameters,
                on_open_callback=self._opened,
                on_open_error_callback=self._closed,
                on_close_callback=self._closed,
            )
            self._connection.ioloop.start()
        with _database_may_be_away():
            self._lease.release()

    def stop(self, *_: object) -> None:
        """Finish the batch in flight and end."""
        self._stopping = True
        if self._connection and not self._in_flight:
            self._connection.ioloop.add_callback_threadsafe(self._leave)

    def _forget_channel(self) -> None:
        self._channel, self._next_tag = None, 1
        self._in_flight.clear()
        self._confirmed.clear()
        self._returned.clear()

    def _opened(self, connection: SelectConnection) -> None:
        connection.ioloop.add_handler(self._bell.fileno(), self._rung, connection.ioloop.READ)
        connection.channel(on_open_callback=self._ready)

    def _ready(self, channel: Channel) -> None:
        self._channel = channel
        channel.add_on_return_callback(
            lambda _c, _m, properties, _b: self._returned.add(properties.message_id)
        )
        channel.add_on_close_callback(lambda _c, _reason: self._leave())
        channel.confirm_delivery(self._answered, callback=lambda _: self._look())
        log.info("relay ready", exchange=self._exchange)

    def _closed(self, connection: SelectConnection, reason: object) -> None:
        log.warning("relay disconnected", reason=type(reason).__name__)
        self._channel = None
        if self._stopping:
            connection.ioloop.stop()
        else:
            connection.ioloop.call_later(RETRY_SECONDS, connection.ioloop.stop)

    def _leave(self) -> None:
        if self._connection and self._connection.is_open:
            self._connection.close()
        elif self._connection and self._stopping:
            self._connection.ioloop.stop()

    def _rung(self, _fd: int, _events: int) -> None:
        while True:
            try:
                self._bell.recv(64)
            except BlockingIOError:
                break
        self._publish_batch()

    def _look(self) -> None:
        """Look without being rung: a ring may be lost, a refused row waits for its next try."""
        self._refused.clear()
        if self._stopping and not self._in_flight:
            self._leave()
        elif self._connection and self._channel:
            self._publish_batch()
            self._connection.ioloop.call_later(LOOK_SECONDS, self._look)

    def _publish_batch(self) -> None:
        if self._in_flight or self._stopping or self._channel is None or not self._channel.is_open:
            return
        for row in _first_of_each_key(self._waiting()):
            crash_point("relay.before_publish")
            self._in_flight[self._next_tag] = row
            self._next_tag += 1
            self._channel.basic_publish(
                self._exchange,
                row.type.split(".", 1)[1],
                row.envelope,
                pika.BasicProperties(
                    content_type="application/cloudevents+json",
                    delivery_mode=pika.DeliveryMode.Persistent,
                    message_id=row.event_id,
                    user_id=self._user,
                ),
                mandatory=True,
            )
            crash_point("relay.published")

    def _waiting(self) -> list[Row[Any]]:
        """Return what waits, if the lease is ours: a standby relay has nothing to publish.

        Keys that the broker has just refused are left out, lest they fill every batch.
        """
        rows = select(outbox.c.seq, outbox.c.event_id, outbox.c.type, outbox.c.key, outbox.c.envelope)
        waiting = rows.where(outbox.c.published_at.is_(None), outbox.c.key.not_in(self._refused))
        with _database_may_be_away():
            if self._lease.hold():
                with self._database.reading() as session:
                    return list(session.execute(waiting.order_by(outbox.c.seq).limit(BATCH)))
        return []

    def _answered(self, frame: Method) -> None:
        """The broker confirmed or refused one event, or all up to one."""
        tag, accepted = frame.method.delivery_tag, isinstance(frame.method, pika.spec.Basic.Ack)
        tags = [each for each in self._in_flight if each <= tag] if frame.method.multiple else [tag]
        for each in tags:
            row = self._in_flight.pop(each)
            if accepted and row.event_id not in self._returned:
                self._confirmed.append(row.seq)
            else:
                self._refused.add(row.key)
        if not self._in_flight:
            self._finish_batch()

    def _finish_batch(self) -> None:
        self._returned.clear()
        confirmed, self._confirmed = self._confirmed, []
        if confirmed:
            crash_point("relay.confirmed")
        if self._mark(confirmed):
            crash_point("relay.marked")
            self._go_on()
        if self._stopping:
            self._leave()

    def _go_on(self) -> None:
        """Publish the next batch; from a broker that refuses key after key, wait for the next look."""
        if len(self._refused) < BATCH:
            self._publish_batch()

    def _mark(self, confirmed: list[int]) -> bool:
        """Mark what was confirmed; say whether that worked. What is not marked is sent again."""
        if not confirmed:
            return True
        with _database_may_be_away(), self._database.transaction() as session:
            if self._lease.claim(session):
                marked = update(outbox).where(outbox.c.seq.in_(confirmed))
                session.execute(marked.values(published_at=self._clock()))
                return True
        return False


@contextmanager
def _database_may_be_away() -> Iterator[None]:
    """Go on without what a database that is away would have given: the next look asks again."""
    try:
        yield
    except SQLAlchemyError as error:
        log.warning("relay paused", cause=type(error).__name__)


def _first_of_each_key(rows: Iterable[Row[Any]]) -> Iterable[Row[Any]]:
    seen: set[str] = set()
    for row in rows:
        if row.key not in seen:
            seen.add(row.key)
            yield row


def main(module: str) -> None:
    """Run the relay of the service in a module such as `funds.service`."""
    service = load(module)
    configured = settings()
    configure_logs(configured, f"{service.name}-relay")
    bell = doorbell_of(service.name, configured.var_dir)
    database = database_of(service, configured)
    relay = Relay(service.name, database, configured.amqp_url.get_secret_value(), bell)
    signal.signal(signal.SIGTERM, relay.stop)
    signal.signal(signal.SIGINT, relay.stop)
    relay.run()


if __name__ == "__main__":
    main(sys.argv[1])
