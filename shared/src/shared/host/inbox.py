"""The inbox under nameko: store what arrives, acknowledge after the commit, then apply it.

nameko's own event handlers acknowledge what failed and reorder; this extension does neither.
"""

from datetime import UTC, datetime
from typing import Any

import eventlet
import structlog
from eventlet.event import Event
from eventlet.greenthread import GreenThread
from kombu import Connection, Consumer, Exchange, Queue, binding
from kombu.message import Message
from nameko.extensions import DependencyProvider
from sqlalchemy.exc import SQLAlchemyError

from shared.bus.inbox import Arrival, store
from shared.bus.processor import Processor
from shared.bus.topology import INBOX_ARGUMENTS, bindings_of, inbox_of
from shared.crash import crash_point
from shared.database import Database
from shared.service import Service

log = structlog.get_logger()

PREFETCH = 500
GATHER = 200
HEARTBEAT_SECONDS = 20
PROBE_SECONDS = 2.0
IDLE_SECONDS = 1.0
STOP_SECONDS = 20


class Inbox(DependencyProvider):
    """Two green threads: one receives, one applies. Stopping waits for both."""

    def __init__(
        self, service: Service[Any], database: Database, processor: Processor, amqp_url: str
    ) -> None:
        """Take the service, its database, its processor, and the broker's address."""
        super().__init__()
        self._service, self._database, self._processor = service, database, processor
        self._amqp_url = amqp_url
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
                with Connection(self._amqp_url, heartbeat=HEARTBEAT_SECONDS) as connection:
                    self._receive(connection)
            except (OSError, SQLAlchemyError, *Connection(self._amqp_url).connection_errors) as error:
                # Broker or database is away: with the connection closed nothing is delivered meanwhile.
                log.warning("inbox paused", cause=type(error).__name__)
                eventlet.sleep(PROBE_SECONDS)

    def _receive(self, connection: Connection) -> None:
        gathered: list[Message] = []
        channel = connection.channel()
        channel.basic_qos(0, PREFETCH, False)  # noqa: FBT003 - py-amqp takes it by position
        with Consumer(channel, [self._queue()], on_message=gathered.append, accept=None):
            log.info("inbox ready", queue=inbox_of(self._service.name))
            while not self._stopping:
                _gather(connection, gathered)
                if gathered:
                    self._keep(gathered)
                    gathered.clear()

    def _keep(self, messages: list[Message]) -> None:
        """Store, commit, and only then acknowledge all at once."""
        arrivals = [Arrival(_bytes(message.body), message.properties.get("user_id")) for message in messages]
        with self._database.transaction() as session:
            crash_point("inbox.before_insert")
            store(session, arrivals, datetime.now(UTC))
            crash_point("inbox.before_commit")
        crash_point("inbox.committed")
        messages[-1].ack(multiple=True)
        crash_point("inbox.acknowledged")
        self._ring()

    def _queue(self) -> Queue:
        exchanges = [
            binding(Exchange(exchange, "topic", durable=True), key)
            for exchange, key in bindings_of(self._service)
        ]
        return Queue(
            inbox_of(self._service.name), bindings=exchanges, durable=True, queue_arguments=INBOX_ARGUMENTS
        )

    def _apply_for_ever(self) -> None:
        while not self._stopping:
            try:
                while self._processor.step() and not self._stopping:
                    eventlet.sleep(0)
            except SQLAlchemyError as error:
                log.warning("processor paused", cause=type(error).__name__)
            with eventlet.Timeout(IDLE_SECONDS, exception=False):
                self._wake.wait()
            self._wake = Event()

    def _ring(self) -> None:
        if not self._wake.ready():
            self._wake.send()


def _gather(connection: Connection, gathered: list[Message]) -> None:
    """Wait for one message, then take all that have come, up to a limit."""
    try:
        connection.drain_events(timeout=IDLE_SECONDS)
        while len(gathered) < GATHER:
            connection.drain_events(timeout=0.0005)
    except TimeoutError:
        connection.heartbeat_check()


def _bytes(body: bytes | str | memoryview) -> bytes:
    return body.encode() if isinstance(body, str) else bytes(body)
