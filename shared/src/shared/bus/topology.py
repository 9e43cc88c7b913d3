"""Exchanges, queues and bindings: what stands on the broker, and for whom.

`<service>.events` carries one service's events and passes all of them on to `all.events`, to
which the journal is bound; so a new agency's events reach the journal without any change there.
Only what is immutable is an argument of a queue; what an operator tunes is set by policy.
"""

from typing import Any

from pika.adapters.blocking_connection import BlockingChannel

from contracts.messages import Event
from shared.service import Service

# The broker or a client that hears nothing for twice as long takes the connection for lost.
HEARTBEAT_SECONDS = 10

ALL_EVENTS = "all.events"
JOURNAL = "journal"
MANIFESTS = "manifests"
QUORUM, CLASSIC = "quorum", "classic"
# From 4.0 on a quorum queue drops what was delivered twenty times without an answer: a host that a
# fault kills again and again must not lose facts, so the limit is part of what an inbox is.
DELIVERIES = 1_000_000_000
INBOX_ARGUMENTS: dict[str, dict[str, Any]] = {
    QUORUM: {"x-queue-type": QUORUM, "x-single-active-consumer": True, "x-delivery-limit": DELIVERIES},
    CLASSIC: {"x-queue-type": CLASSIC, "x-single-active-consumer": True},
}
STREAM_ARGUMENTS = {"x-queue-type": "stream"}
MANIFEST_ARGUMENTS = {"x-queue-type": "stream", "x-max-length-bytes": 20_000_000}


def exchange_of(service: str) -> str:
    """The exchange that carries a service's events."""
    return f"{service}.events"


def inbox_of(service: str) -> str:
    """The queue of events for a service."""
    return f"{service}.inbox"


def bindings_of(service: Service) -> list[tuple[str, str]]:
    """Exchange and routing key of everything that a service listens to."""
    return sorted({_binding(reaction.event) for reaction in service.reactions})


def _binding(event: type[Event] | None) -> tuple[str, str]:
    if event is None:
        return ALL_EVENTS, "#"
    return exchange_of(event.service), event.wire_type().split(".", 1)[1]


def declare(channel: BlockingChannel, service: Service, queue: str = QUORUM) -> None:
    """Make everything that a service needs; what exists already stays as it is.

    `queue` is the type of its inbox, quorum or classic. Raises pika's ChannelClosedByBroker where the
    inbox stands there with another type.
    """
    declare_exchange(channel, service.name)
    channel.queue_declare(JOURNAL, durable=True, arguments=STREAM_ARGUMENTS)
    channel.queue_bind(JOURNAL, ALL_EVENTS, "#")
    declare_manifests(channel)
    channel.queue_declare(inbox_of(service.name), durable=True, arguments=INBOX_ARGUMENTS[queue])
    for exchange, key in bindings_of(service):
        if exchange != ALL_EVENTS:
            declare_exchange(channel, exchange.removesuffix(".events"))
        channel.queue_bind(inbox_of(service.name), exchange, key)


def declare_manifests(channel: BlockingChannel) -> None:
    """Make the stream in which every service's manifests are kept."""
    channel.exchange_declare(MANIFESTS, "fanout", durable=True)
    channel.queue_declare(MANIFESTS, durable=True, arguments=MANIFEST_ARGUMENTS)
    channel.queue_bind(MANIFESTS, MANIFESTS)


def declare_exchange(channel: BlockingChannel, service: str) -> None:
    """Make a service's exchange and lead all of its events to `all.events`."""
    channel.exchange_declare(ALL_EVENTS, "topic", durable=True)
    channel.exchange_declare(exchange_of(service), "topic", durable=True)
    channel.exchange_bind(ALL_EVENTS, exchange_of(service), "#")
