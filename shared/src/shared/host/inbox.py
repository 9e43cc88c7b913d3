"""The inbox under nameko: store what arrives, acknowledge after the commit, then apply it.

nameko's own event handlers acknowledge what failed and reorder; this extension does neither.
"""

from contextlib import suppress
from datetime import UTC, datetime
from itertools import starmap
from time import monotonic
from typing import Any

import eventlet
import pika
import structlog
from eventlet.event import Event
from eventlet.greenthread import GreenThread
from nameko.extensions import DependencyProvider
from pika.adapters.blocking_connection import BlockingChannel
from pika.adapters.utils.connection_workflow import AMQPConnectorException
from pika.exceptions import AMQPError, ConnectionClosedByClient
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from shared.bus.catching_up import CatchingUp, JournalLacks, make_queue
from shared.bus.inbox import store
from shared.bus.journal import JournalAway
from shared.bus.known import Identity, identity, known_to
from shared.bus.processor import Processor
from shared.bus.topology import HEARTBEAT_SECONDS, QUORUM, inbox_of
from shared.bus.trust import Delivery
from shared.bus.words import Complaints
from shared.crash import crash_point
from shared.standing import Standing

log = structlog.get_logger()

PREFETCH = 500
PROBE_SECONDS = 1.0
LISTEN_SECONDS = 0.2
IDLE_SECONDS = 1.0
STOP_SECONDS = 20
PROOF_SECONDS = 3600.0
LOOK_SECONDS = 1.0
LACKING_SECONDS = 60.0
FORESEEN = (OSError, AMQPError, AMQPConnectorException, SQLAlchemyError)

Arrival = tuple[Any, pika.BasicProperties, bytes]


class Inbox(DependencyProvider):
    """Two green threads: one receives, one applies. Stopping waits for both."""

    def __init__(
        self,
        catching_up: CatchingUp,
        processor: Processor,
        queue: str | None = QUORUM,
        standing: Standing | None = None,
    ) -> None:
        """Take what knows service, database and journal, and who applies what was stored.

        `queue` is the type of queue to declare; None where the broker's definitions made it. `standing`
        learns what the journal says of the database.
        """
        super().__init__()
        self._catching_up, self._processor = catching_up, processor
        self._service, self._database = catching_up.service, catching_up.database
        self._amqp_url, self._trust = catching_up.amqp_url, catching_up.trust
        catching_up.idle = self._require_work
        self._queue = queue
        self._standing = standing or Standing()
        self._proved_at = 0.0
        self._overlaps = True
        self._complaints = Complaints()
        self._gathers = False
        self._parameters = pika.URLParameters(catching_up.amqp_url)
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
        if self._threads and not self._gathers:  # it waits for a broker, which may say nothing for long
            self._threads.pop(0).kill()
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
            except JournalLacks:
                self._wait_for_a_decision()
            except Exception as error:  # noqa: BLE001 - a host that became deaf is worse than any error
                self._complaints.say("inbox paused", error, exc_info=_unforeseen(error))
                eventlet.sleep(PROBE_SECONDS)

    def _probe(self) -> None:
        """Write nothing, as a writer: while the database is away, nothing is taken from the broker.

        What is taken and handed back counts there as a delivery, and a broker may limit these.
        """
        with self._database.transaction():
            pass

    def _receive(self) -> None:
        """Receive through one connection until it is lost, the queue is gone, or the host stops."""
        make_queue(self._service, self._amqp_url, self._queue)
        self._prove()
        self._overlaps = True
        connection = pika.BlockingConnection(self._parameters)
        try:
            channel = connection.channel()
            channel.basic_qos(prefetch_count=PREFETCH)
            self._gathers = True
            self._gather(channel)
        finally:
            self._gathers = False
            _drop(connection)

    def _prove(self) -> None:
        """See that the inbox has what the journal has; nothing is taken from the queue before."""
        try:
            stored = self._catching_up.prove()
        except JournalLacks:
            self._standing.learn(self._catching_up.place())
            raise
        self._standing.learn(self._catching_up.place())
        self._proved_at = monotonic()
        if stored:
            self._ring()

    def _require_work(self) -> None:
        if self._stopping:
            raise JournalAway

    def _wait_for_a_decision(self) -> None:
        """The journal lacks something: look again when an operator has decided, and once a minute."""
        end = monotonic() + LACKING_SECONDS
        while not self._stopping and monotonic() < end:
            eventlet.sleep(LOOK_SECONDS)
            place = self._catching_up.place()
            self._standing.learn(place)
            if place is None or place.since:
                return

    def _look(self, connection: pika.BlockingConnection) -> None:
        """Prove again each hour, and when an operator asks; the queue's connection is served meanwhile."""
        place = self._catching_up.place()
        self._standing.learn(place)
        if (place and place.since) or monotonic() > self._proved_at + PROOF_SECONDS:
            self._catching_up.idle = lambda: self._serve(connection)
            try:
                self._prove()
            finally:
                self._catching_up.idle = self._require_work

    def _serve(self, connection: pika.BlockingConnection) -> None:
        self._require_work()
        connection.process_data_events(time_limit=0)

    def _gather(self, channel: BlockingChannel) -> None:
        queue, gathered, gone = inbox_of(self._service.name), list[Arrival](), list[object]()
        channel.add_on_cancel_callback(gone.append)
        channel.basic_consume(queue, lambda _c, *arrival: gathered.append(arrival))
        log.info("inbox ready", queue=queue)
        self._complaints.over()
        looked_at = monotonic()
        while not (self._stopping or gone):
            channel.connection.process_data_events(time_limit=LISTEN_SECONDS)
            if gathered:
                taken = gathered.copy()
                gathered.clear()
                self._keep(channel, taken)
            if monotonic() > looked_at + LOOK_SECONDS:
                self._look(channel.connection)
                looked_at = monotonic()

    def _keep(self, channel: BlockingChannel, arrivals: list[Arrival]) -> None:
        """Store, commit, and only then acknowledge all at once."""
        if self._overlaps:
            self._meet({identity(method.exchange, told.message_id) for method, told, _ in arrivals})
        self._database.carry_out(lambda session: self._store(session, arrivals))
        crash_point("inbox.committed")
        last, _, _ = arrivals[-1]
        channel.basic_ack(last.delivery_tag, multiple=True)
        crash_point("inbox.acknowledged")
        self._ring()

    def _store(self, session: Session, arrivals: list[Arrival]) -> None:
        crash_point("inbox.before_insert")
        store(session, starmap(Delivery.of, arrivals), self._trust, datetime.now(UTC))
        crash_point("inbox.before_commit")

    def _meet(self, came: set[Identity]) -> None:
        """Read the journal until it has met the queue: until it has what came by it.

        What was routed before the queue was bound may have reached the journal after the first proof. What
        came now was told after it, or at the same time by another.
        """
        lacking = self._lacking(came)
        if lacking:
            self._prove()
            self._overlaps = bool(self._lacking(lacking))

    def _lacking(self, came: set[Identity]) -> set[Identity]:
        with self._database.reading() as session:
            return {each for each in came if each[1]} - known_to(session, came)

    def _apply_for_ever(self) -> None:
        while not self._stopping:
            try:
                while self._standing.may_apply and self._processor.step() and not self._stopping:
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
