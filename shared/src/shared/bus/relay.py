"""The relay: a process of its own that publishes what the outbox holds.

It reads unpublished rows in order, never from a cursor, and publishes a batch in which no key
occurs twice; so an event that the broker refuses cannot be overtaken by a later one of its key.
Rows are marked soon after the broker has confirmed them, many at once; one that was confirmed and not
marked is published again after a crash, and every inbox knows it. A refused or returned row simply
stays, and its key is tried again at growing intervals while the others go on.
"""

import signal
import sys
from pathlib import Path
from time import monotonic
from typing import Any

import pika
import structlog
from pika.adapters.select_connection import SelectConnection
from pika.channel import Channel
from pika.exceptions import ChannelClosedByBroker, ConnectionClosedByClient
from pika.frame import Method
from sqlalchemy import Row, update

from shared.bus.away import database_may_be_away
from shared.bus.doorbell import Doorbell, doorbell_of
from shared.bus.lease import Lease
from shared.bus.notary import Notary
from shared.bus.refused_keys import LONGEST_PAUSE_SECONDS, LOOK_SECONDS, RefusedKeys
from shared.bus.relay_settings import RelaySettings
from shared.bus.sealing import Sealer
from shared.bus.topology import HEARTBEAT_SECONDS, exchange_of, lease_of
from shared.bus.unpublished import first_of_each_key, unpublished
from shared.bus.words import Complaints
from shared.clock import Clock, system_clock
from shared.connections import Connections
from shared.crash import crash_point
from shared.logs import configure_logs
from shared.signing import KeyUnusable, SigningKey
from shared.tables import outbox

log = structlog.get_logger()

BATCH = 500
MARK_SECONDS = 0.05
RETRY_SECONDS = 2.0
ANSWER_SECONDS = 30.0
# A quorum queue that was full can go on refusing one channel after its limit is lifted (RabbitMQ 3.10).
REFUSALS_OF_A_CHANNEL = 5


class Relay:
    """One connection, one batch in flight."""

    def __init__(
        self,
        service: str,
        database: Connections,
        amqp_url: str,
        doorbell: Doorbell,
        clock: Clock = system_clock,
        key: SigningKey | None = None,
    ) -> None:
        """Take the service's name, its database, the broker's address, the bell that wakes, and its key."""
        self._exchange = exchange_of(service)
        self._database = database
        self._parameters = pika.URLParameters(amqp_url)
        self._parameters.heartbeat = HEARTBEAT_SECONDS
        self._user = self._parameters.credentials.username
        self._bell = doorbell.listen()
        self._clock = clock
        self._lease = Lease(database, lease_of(service), clock)
        self._notary, self._sealer = Notary(database, self._lease, key, clock), Sealer(key, clock)
        self._connection: SelectConnection | None = None
        self._channel: Channel | None = None
        self._in_flight: dict[int, Row[Any]] = {}
        self._confirmed: set[int] = set()
        self._progress = self._marking = False
        self._returned: set[str] = set()
        self._refused = RefusedKeys(database, clock)
        self._complaints = Complaints()
        self._refused_often = False
        self._ready_since = self._heard_at = 0.0
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
            self._mark()
        with database_may_be_away():
            self._lease.release()

    def stop(self, *_: object) -> None:
        """Tell how far the audit goes, finish the batch in flight, and end."""
        if self._connection and self._channel:
            self._connection.ioloop.add_callback_threadsafe(self._end)
        else:
            self._stopping = True
            if self._connection:
                self._connection.ioloop.add_callback_threadsafe(self._leave)

    def _end(self) -> None:
        self._notary.close()
        self._publish_batch()
        self._stopping = True
        if not self._in_flight:
            self._leave()

    def _forget_channel(self) -> None:
        self._channel, self._next_tag = None, 1
        self._in_flight.clear()
        self._returned.clear()
        self._progress = self._marking = False
        self._refused.retry_all()

    def _opened(self, connection: SelectConnection) -> None:
        connection.ioloop.add_handler(self._bell.fileno(), self._rung, connection.ioloop.READ)
        connection.channel(on_open_callback=self._ready)

    def _ready(self, channel: Channel) -> None:
        self._channel, self._ready_since = channel, monotonic()
        channel.add_on_return_callback(
            lambda _c, _m, properties, _b: self._returned.add(properties.message_id)
        )
        channel.add_on_close_callback(lambda _c, reason: self._leave(reason))
        channel.confirm_delivery(self._answered, callback=lambda _: self._look())
        log.info("relay ready", exchange=self._exchange)

    def _closed(self, connection: SelectConnection, reason: object) -> None:
        self._complaints.say("relay disconnected", reason)
        self._channel = None
        if self._stopping:
            connection.ioloop.stop()
        else:
            connection.ioloop.call_later(RETRY_SECONDS, connection.ioloop.stop)

    def _leave(self, reason: object = None) -> None:
        if isinstance(reason, ChannelClosedByBroker):
            self._complaints.say("relay disconnected", reason)
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
        if self._stopping and not self._in_flight:
            self._leave()
        elif self._in_flight and monotonic() > self._heard_at + ANSWER_SECONDS:
            self._give_up_channel()
        elif self._connection and self._channel:
            self._mark()
            self._notary.look()
            with database_may_be_away():
                self._refused.keep()
            self._publish_batch()
            self._connection.ioloop.call_later(LOOK_SECONDS, self._look)

    def _give_up_channel(self) -> None:
        """Try another one: a queue or a node may hang, and what is sent again every inbox knows."""
        log.error("the broker answers nothing", seconds=ANSWER_SECONDS, events=len(self._in_flight))
        if self._connection:
            left = ConnectionClosedByClient(200, "the broker answers nothing")
            self._connection._terminate_stream(left)  # noqa: SLF001 - a goodbye would wait for an answer too

    def _publish_batch(self) -> None:
        if self._in_flight or self._stopping or self._channel is None or not self._channel.is_open:
            return
        self._heard_at = monotonic()
        for row, headers in self._sealer.sealed(first_of_each_key(self._waiting())):
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
                    headers=headers,
                ),
                mandatory=True,
            )
            crash_point("relay.published")

    def _waiting(self) -> list[Row[Any]]:
        """Return what waits, if the lease is ours: a standby relay has nothing to publish.

        Keys that the broker has just refused rest, lest they fill every batch; if it refuses key after
        key, nothing is tried until some have rested.
        """
        resting = self._refused.resting()
        if len(resting) >= BATCH:
            return []
        with database_may_be_away():
            if self._lease.hold():
                with self._database.bare_reading() as connection:
                    return unpublished(connection, resting, self._confirmed, BATCH)
        return []

    def _answered(self, frame: Method) -> None:
        """The broker confirmed or refused one event, or all up to one."""
        self._heard_at = monotonic()
        tag, accepted = frame.method.delivery_tag, isinstance(frame.method, pika.spec.Basic.Ack)
        tags = [each for each in self._in_flight if each <= tag] if frame.method.multiple else [tag]
        for each in tags:
            row = self._in_flight.pop(each)
            if accepted and row.event_id not in self._returned:
                self._confirmed.add(row.seq)
                self._progress = True
                self._complaints.over()
                self._refused.forget(row.key)
            else:
                cause = "returned" if row.event_id in self._returned else "refused"
                self._refused_often |= self._refused.add(row, cause) >= REFUSALS_OF_A_CHANNEL
        if not self._in_flight:
            self._finish_batch()

    def _finish_batch(self) -> None:
        self._returned.clear()
        progress, self._progress = self._progress, False
        if len(self._confirmed) >= BATCH or self._stopping:
            self._mark()
        elif self._confirmed:
            self._mark_soon()
        if self._stopping or self._distrusts_channel():
            self._leave()
        elif progress:
            self._publish_batch()

    def _mark_soon(self) -> None:
        """Let what is confirmed within a moment be marked in one transaction, not each by itself."""
        if self._connection and not self._marking:
            self._marking = True
            self._connection.ioloop.call_later(MARK_SECONDS, self._mark)

    def _distrusts_channel(self) -> bool:
        """Whether to try a new channel: this one is old, and an event was refused on it often."""
        refused, self._refused_often = self._refused_often, False
        return refused and monotonic() - self._ready_since > LONGEST_PAUSE_SECONDS

    def _mark(self) -> None:
        """Mark what is confirmed; where the lease is lost another one publishes it again and marks it.

        While the database is away it stays to be marked, and the next look tries again.
        """
        self._marking = False
        if not self._confirmed:
            return
        crash_point("relay.confirmed")
        with database_may_be_away():
            with self._database.bare_transaction() as connection:
                if self._lease.claim(connection):
                    marked = update(outbox).where(outbox.c.seq.in_(self._confirmed))
                    connection.execute(marked.values(published_at=self._clock()))
            self._confirmed.clear()
            crash_point("relay.marked")


def main(service: str) -> None:
    """Run the relay of a service, by its name: `funds`. Nothing of the service itself is imported."""
    configured = RelaySettings.of_environment()
    configure_logs(configured, f"{service}-relay")
    database = Connections(configured.database_address(service), configured.session_limits)
    bell = doorbell_of(service, Path(configured.var_dir))
    relay = Relay(service, database, configured.amqp_url, bell, key=_key_of(service, configured))
    signal.signal(signal.SIGTERM, relay.stop)
    signal.signal(signal.SIGINT, relay.stop)
    relay.run()


def _key_of(service: str, configured: RelaySettings) -> SigningKey | None:
    try:
        return configured.signing_key(service)
    except (OSError, KeyUnusable) as error:
        log.warning("the relay ends: what it could not sign nobody would believe", cause=str(error))
        raise SystemExit(1) from error


if __name__ == "__main__":
    main(sys.argv[1])
