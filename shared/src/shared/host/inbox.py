"""The inbox under nameko: store what arrives, acknowledge after the commit, then apply it.

nameko's own event handlers acknowledge what failed and reorder; this extension does neither.
"""

from contextlib import suppress
from datetime import UTC, datetime
from itertools import starmap
from typing import Any

import eventlet
import pika
import structlog
from eventlet.event import Event
from eventlet.greenthread import GreenThread
from nameko.extensions import DependencyProvider
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import AMQPError, ConnectionClosedByClient
from sqlalchemy.exc import SQLAlchemyError

from shared.bus.catching_up import catch_up, make_queue
from shared.bus.inbox import store
from shared.bus.processor import Processor
from shared.bus.topology import HEARTBEAT_SECONDS, QUORUM, inbox_of
from shared.bus.trust import Delivery, Trust
from shared.crash import crash_point
from shared.database import Database
from shared.service import Service

log = structlog.get_logger()

PREFETCH = 500
PROBE_SECONDS = 1.0
LISTEN_SECONDS = 0.2
IDLE_SECONDS = 1.0
STOP_SECONDS = 20
FORESEEN = (OSError, AMQPError, SQLAlchemyError)

Arrival = tuple[Any, pika.BasicProperties, bytes]


class Inbox(DependencyProvider):
    """Two green threads: one receives, one applies. Stopping waits for both."""

    def __init__(
        self,
        service: Service,
        database: Database,
        processor: Processor,
        amqp_url: str,
        trust: Trust,
        queue: str | None = QUORUM,
    ) -> None:
        """Take the service, its database and processor, the broker's address, what can be checked.

        `queue` is the type of queue to declare; None where the broker's definitions made it.
        """
        super().__init__()
        self._service, self._database, self._processor = service, database, processor
        self._amqp_url = amqp_url
        self._trust = trust
        self._queue = queue
        self._parameters = pika.URLParameters(amqp_url)
        self._parameters.heartbeat = HEARTBEAT_SECONDS
        self._stopping = False
        self._wake = Event()
        self._threads: list[GreenThread] = []

    def start(self) -> None:
        """Begin to receive and to apply."""
        self._threads = [eventlet.spawn(self._receive_for_ever), eventlet.spawn(self._apply_for_ever)]

    def stop(self) -> None:
        """Let what is under way end; nothing is left unacknowledged that was stored."""
        self._stopping = True
        self._ring()
        with eventlet.Timeout(STOP_SECONDS, exception=False):
            for thread in self._threads:
                thread.wait()

    def kill(self) -> None:
        """End at once; what was not acknowledged comes again."""
        for thread in self._threads:
            thread.kill()

    def _receive_for_ever(self) -> None:
        while not self._stopping:
            try:
                self._probe()
                self._receive()
            except Exception as error:  # a host that became deaf is worse than any error
                log.warning("inbox paused", cause=type(error).__name__, exc_info=_unforeseen(error))
                eventlet.sleep(PROBE_SECONDS)

    def _probe(self) -> None:
        """Write nothing, as a writer: while the database is away, nothing is taken from the broker.

        What is taken and handed back counts there as a delivery, and a broker may limit these.
        """
        with self._database.transaction():
            pass

    def _receive(self) -> None:
        """Receive through one connection until it is lost, the queue is gone, or the host stops."""
        self._close_gap()
        connection = pika.BlockingConnection(self._parameters)
        try:
            channel = connection.channel()
            channel.basic_qos(prefetch_count=PREFETCH)
            self._gather(channel)
        finally:
            _drop(connection)

    def _close_gap(self) -> None:
        bus = self._service, self._database, self._amqp_url, datetime.now(UTC)
        make_queue(*bus, self._queue)
        events = catch_up(*bus, self._trust)
        if events is not None:
            log.warning("read from the journal what came while there was no queue", events=events)
            self._ring()

    def _gather(self, channel: BlockingChannel) -> None:
        queue, gathered, gone = inbox_of(self._service.name), list[Arrival](), list[object]()
        channel.add_on_cancel_callback(gone.append)
        channel.basic_consume(queue, lambda _c, *arrival: gathered.append(arrival))
        log.info("inbox ready", queue=queue)
        while not (self._stopping or gone):
            channel.connection.process_data_events(time_limit=LISTEN_SECONDS)
            if gathered:
                self._keep(channel, gathered)
                gathered.clear()

    def _keep(self, channel: BlockingChannel, arrivals: list[Arrival]) -> None:
        """Store, commit, and only then acknowledge all at once."""
        with self._database.transaction() as session:
            crash_point("inbox.before_insert")
            store(session, starmap(Delivery.of, arrivals), self._trust, datetime.now(UTC))
            crash_point("inbox.before_commit")
        crash_point("inbox.committed")
        last, _, _ = arrivals[-1]
        channel.basic_ack(last.delivery_tag, multiple=True)
        crash_point("inbox.acknowledged")
        self._ring()

    def _apply_for_ever(self) -> None:
        while not self._stopping:
            try:
                while self._processor.step() and not self._stopping:
                    eventlet.sleep(0)
            except Exception as error:  # a bug must not end the thread
                log.warning("processor paused", cause=type(error).__name__, exc_info=_unforeseen(error))
            with eventlet.Timeout(IDLE_SECONDS, exception=False):
                self._wake.wait()
            self._wake = Event()

    def _ring(self) -> None:
        if not self._wake.ready():
            self._wake.send()


def _unforeseen(error: Exception) -> bool:
    """Whether this is more than a broker or a database that is away."""
    return not isinstance(error, FORESEEN)


def _drop(connection: pika.BlockingConnection) -> None:
    """End a connection without a goodbye.

    pika would first hand back, one by one, what it has received and not yet given us, to a queue that
    still delivers: later events would then overtake earlier ones. When the connection just ends, the
    broker takes all back at once and in order.
    """
    if connection.is_open:
        left = ConnectionClosedByClient(200, "the inbox closes")
        connection._impl._terminate_stream(left)  # noqa: SLF001 - pika has no public way
        with suppress(AMQPError):
            connection.process_data_events()
