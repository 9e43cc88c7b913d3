"""Announcing under nameko: each time a host finds the broker, the others learn what the service offers."""

import eventlet
import pika
import structlog
from eventlet.event import Event
from eventlet.greenthread import GreenThread
from nameko.extensions import DependencyProvider
from pika.exceptions import AMQPError
from sqlalchemy.exc import SQLAlchemyError

from shared.bus.announcing import Announcer
from shared.bus.kept_manifest import kept
from shared.bus.topology import HEARTBEAT_SECONDS, declare_manifests
from shared.database import Database

log = structlog.get_logger()

PAUSE_SECONDS = 1.0
LISTEN_SECONDS = 0.5
AWAY = (OSError, AMQPError, SQLAlchemyError)


class AnnouncingThread(DependencyProvider):
    """Looks that the stream of manifests has the service's own, again whenever broker or stream were lost."""

    def __init__(self, database: Database, amqp_url: str, *, declares: bool) -> None:
        """Take the database that keeps the manifest, the broker, and whether to declare the stream."""
        super().__init__()
        self._database, self._declares = database, declares
        self._parameters = pika.URLParameters(amqp_url)
        self._parameters.heartbeat = HEARTBEAT_SECONDS
        self._stopping = Event()
        self._thread: GreenThread | None = None

    def start(self) -> None:
        """Begin to announce."""
        self._thread = eventlet.spawn(self._run_for_ever)

    def stop(self) -> None:
        """Announce no more."""
        self._stopping.send()
        if self._thread:
            self._thread.wait()

    def kill(self) -> None:
        """End at once."""
        if self._thread:
            self._thread.kill()

    def _run_for_ever(self) -> None:
        while not self._stopping.ready():
            try:
                self._announce()
            except Exception as error:  # the others must go on hearing of us
                unforeseen = not isinstance(error, AWAY)
                log.warning("announcing paused", cause=type(error).__name__, exc_info=unforeseen)
            with eventlet.Timeout(PAUSE_SECONDS, exception=False):
                self._stopping.wait()

    def _announce(self) -> None:
        """Announce, and listen until broker or stream are lost, or the host stops."""
        announcement = kept(self._database)
        if announcement is None:
            log.warning("nothing to announce: the service was never prepared")
            self._stopping.wait()
            return
        connection = pika.BlockingConnection(self._parameters)
        try:
            if self._declares:
                declare_manifests(connection.channel())
            announcer = Announcer(connection.channel(), self._parameters.credentials.username, announcement)
            announcer.begin()
            while not (announcer.lost or self._stopping.ready()):
                connection.process_data_events(time_limit=LISTEN_SECONDS)
        finally:
            if connection.is_open:
                connection.close()
