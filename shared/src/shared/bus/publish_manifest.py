"""Telling everyone what a service offers."""

from datetime import UTC, datetime

import pika

from contracts.manifest import Manifest
from shared.bus import topology


def publish_manifest(amqp_url: str, manifest: Manifest) -> None:
    """Publish a service's manifest, confirmed, to the stream of manifests.

    Raises pika's AMQPError where the broker does not answer.
    """
    connection = pika.BlockingConnection(pika.URLParameters(amqp_url))
    try:
        channel = connection.channel()
        topology.declare_manifests(channel)
        channel.confirm_delivery()
        channel.basic_publish(
            topology.MANIFESTS,
            manifest.service,
            manifest.model_dump_json().encode(),
            pika.BasicProperties(
                content_type="application/json",
                delivery_mode=pika.DeliveryMode.Persistent,
                timestamp=int(datetime.now(UTC).timestamp()),
            ),
            mandatory=True,
        )
    finally:
        connection.close()
