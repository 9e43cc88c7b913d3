"""The stream of manifests: what every service offers, read from the first to the last.

A stream does not say where it ends. Who reads it publishes a mark of its own: when that comes back, all that
was there before has been read. A manifest that the stream has already is not published again.
"""

from datetime import UTC, datetime
from typing import Any, NamedTuple

import pika
from pika.adapters.blocking_connection import BlockingChannel

from shared.bus.topology import ALL_MANIFESTS, MANIFESTS
from shared.ids import new_id

MARK = "mark"
IN_FLIGHT = 20
FROM_THE_FIRST = {"x-stream-offset": "first"}


class KeptManifest(NamedTuple):
    """What a service offers, as its database keeps it, and by what one knows it again."""

    service: str
    digest: str
    body: bytes

    def properties(self, user: str) -> pika.BasicProperties:
        """Return what is published beside it; the broker takes no other user than the one who publishes."""
        return pika.BasicProperties(
            content_type="application/json",
            delivery_mode=pika.DeliveryMode.Persistent,
            timestamp=int(datetime.now(UTC).timestamp()),
            app_id=self.service,
            message_id=self.digest,
            user_id=user,
        )


def mark(user: str) -> pika.BasicProperties:
    """Return the properties of a new mark; its body is empty."""
    return pika.BasicProperties(type=MARK, message_id=new_id("mark"), user_id=user)


class ManifestPublisher:
    """Reads the stream on one channel, and publishes the manifest where the stream lacks it. Used once."""

    def __init__(self, channel: BlockingChannel, user: str, manifest: KeptManifest) -> None:
        """Take a channel of one's own; nothing is read yet."""
        self._channel, self._user, self._manifest = channel, user, manifest
        self._mark = mark(user)
        self._newest: str | None = None
        self.lost = False

    def begin(self) -> None:
        """Begin to read, for as long as the channel is served. Raises AMQPError."""
        self._channel.confirm_delivery()
        self._channel.basic_qos(prefetch_count=IN_FLIGHT)
        self._channel.add_on_cancel_callback(self._cancelled)
        self._channel.basic_consume(MANIFESTS, self._read, arguments=FROM_THE_FIRST)
        self._channel.basic_publish(ALL_MANIFESTS, "", b"", self._mark, mandatory=True)

    def _read(self, channel: BlockingChannel, method: Any, properties: Any, _body: bytes) -> None:
        channel.basic_ack(method.delivery_tag)
        if (properties.app_id, properties.user_id) == (self._manifest.service, self._user):
            self._newest = properties.message_id
        elif properties.message_id == self._mark.message_id and self._newest != self._manifest.digest:
            told = self._manifest.properties(self._user)
            channel.basic_publish(ALL_MANIFESTS, "", self._manifest.body, told, mandatory=True)

    def _cancelled(self, _frame: object) -> None:
        self.lost = True
