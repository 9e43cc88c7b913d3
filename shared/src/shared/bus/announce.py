"""Preparing the broker for a service, and telling everyone what the service offers."""

from datetime import UTC, datetime
from typing import Any

import pika

from contracts.manifest import Manifest
from shared.bus import topology
from shared.service import Service


def announce(amqp_url: str, service: Service[Any], manifest: Manifest, queue: str = topology.QUORUM) -> None:
    """Declare the service's topology and publish its manifest, confirmed, to the stream of manifests.

    `queue` is the type of its inbox. Raises pika's AMQPError where the broker does not answer.
    """
    connection = pika.BlockingConnection(pika.URLParameters(amqp_url))
    try:
        channel = connection.channel()
        topology.declare(channel, service, queue)
        channel.confirm_delivery()
        channel.basic_publish(
            topology.MANIFESTS,
            service.name,
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
