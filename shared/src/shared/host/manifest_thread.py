"""Publishing the manifest under nameko: whenever a host finds the broker, the others learn what it offers."""

from contextlib import suppress

import eventlet
import pika
import structlog
from eventlet.greenthread import GreenThread
from nameko.extensions import DependencyProvider
from pika.adapters.utils.connection_workflow import AMQPConnectorException
from pika.exceptions import AMQPError
from sqlalchemy.exc import SQLAlchemyError

from shared.bus.kept_manifest import kept, kept_digest
from shared.bus.manifest_stream import KeptManifest, ManifestPublisher
from shared.bus.topology import HEARTBEAT_SECONDS, declare_manifests
from shared.bus.words import Complaints
from shared.database import Database

log = structlog.get_logger()

PAUSE_SECONDS = 1.0
LISTEN_SECONDS = 1.0
AWAY = (OSError, AMQPError, AMQPConnectorException, SQLAlchemyError)


class ManifestThread(DependencyProvider):
    """Looks that the stream of manifests has the service's own, again whenever broker or stream were lost."""

    def __init__(self, database: Database, amqp_url: str, *, declares: bool) -> None:
        """Take the database that keeps the manifest, the broker, and whether to declare the stream."""
        super().__init__()
        self._database, self._declares = database, declares
        self._parameters = pika.URLParameters(amqp_url)
        self._parameters.heartbeat = HEARTBEAT_SECONDS
        self._complaints = Complaints()
        self._thread: GreenThread | None = None

    def start(self) -> None:
        """Begin to publish."""
        self._thread = eventlet.spawn(self._run_for_ever)

    def kill(self) -> None:
        """Publish no more: nothing is lost that the next host does not publish again."""
        if self._thread:
            self._thread.kill()

    stop = kill

    def _run_for_ever(self) -> None:
        while True:
            try:
                self._publish()
            except Exception as error:  # noqa: BLE001 - the others must go on hearing of us
                self._complaints.say(
                    "publishing the manifest paused", error, exc_info=not isinstance(error, AWAY)
                )
            eventlet.sleep(PAUSE_SECONDS)

    def _is_renewed(self, manifest: KeptManifest) -> bool:
        return kept_digest(self._database) != manifest.digest

    def _publish(self) -> None:
        """Publish the manifest, and listen until broker or stream are lost, or a preparation is newer."""
        manifest = kept(self._database)
        if manifest is None:  # the preparation has not come so far
            return
        connection = pika.BlockingConnection(self._parameters)
        try:
            if self._declares:
                declare_manifests(connection.channel())
            publisher = ManifestPublisher(
                connection.channel(), self._parameters.credentials.username, manifest
            )
            publisher.begin()
            self._complaints.over()
            while not (publisher.lost or self._is_renewed(manifest)):
                connection.process_data_events(time_limit=LISTEN_SECONDS)
        finally:
            # What is unread goes back, pika says; a stream takes nothing back and may close the connection.
            with suppress(AMQPError):
                connection.close()
