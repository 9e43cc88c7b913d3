"""What stands on the broker for everybody: names and types of queues, exchanges, the journal, the manifests.

`<service>.events` carries one service's events and passes all of them on to `all.events`, to
which the journal is bound; so a new agency's events reach the journal without any change there.
Only what is immutable is an argument of a queue; what an operator tunes is set by policy.
A relay and the gateway work with these names alone, so no declaration of a service is imported here.
"""

from typing import Any

from pika.adapters.blocking_connection import BlockingChannel

# The broker or a client that hears nothing for twice as long takes the connection for lost.
HEARTBEAT_SECONDS = 10

ALL_EVENTS = "all.events"
JOURNAL = "journal"
# Who must know where the journal ends puts a mark there; what is published so is nobody's event.
MARKS = "marks"
# To be told apart by rights: who may publish to the one and read the other can bind neither.
ALL_MANIFESTS, MANIFESTS = "all.manifests", "manifests"
GATEWAY_USER = "gateway"
QUORUM, CLASSIC = "quorum", "classic"
# From 4.0 on a quorum queue drops what was delivered twenty times without an answer: a host that a
# fault kills again and again must not lose facts, so the limit is part of what an inbox is.
DELIVERIES = 1_000_000_000
INBOX_ARGUMENTS: dict[str, dict[str, Any]] = {
    QUORUM: {"x-queue-type": QUORUM, "x-single-active-consumer": True, "x-delivery-limit": DELIVERIES},
    CLASSIC: {"x-queue-type": CLASSIC, "x-single-active-consumer": True},
}
STREAM_ARGUMENTS = {"x-queue-type": "stream"}
# A stream forgets whole segments, and the one that it writes to never: they must be smaller than the limit.
MANIFEST_ARGUMENTS = {
    "x-queue-type": "stream",
    "x-max-length-bytes": 20_000_000,
    "x-stream-max-segment-size-bytes": 4_000_000,
}


def exchange_of(service: str) -> str:
    """The exchange that carries a service's events."""
    return f"{service}.events"


def inbox_of(service: str) -> str:
    """The queue of events for a service."""
    return f"{service}.inbox"


def rpc_queue_of(service: str) -> str:
    """The queue of calls to a service, as nameko names it."""
    return f"rpc-{service}"


def reading_host_of(service: str) -> str:
    """Under which name a service's hosts for readings alone are called: with a dot, as no service's own."""
    return f"{service}.readings"


def host_user(service: str) -> str:
    """The broker's user of a service's host, which answers calls and publishes the service's manifest."""
    return service


def relay_user(service: str) -> str:
    """The broker's user of a service's relay, who alone publishes the service's events."""
    return f"{service}-relay"


def lease_of(service: str) -> str:
    """The lease, in the service's own database, of the relay that publishes."""
    return f"{service}-relay"


def declare_journal(channel: BlockingChannel) -> None:
    """Make the stream in which every event of every service is kept."""
    channel.exchange_declare(ALL_EVENTS, "topic", durable=True)
    channel.queue_declare(JOURNAL, durable=True, arguments=STREAM_ARGUMENTS)
    channel.queue_bind(JOURNAL, ALL_EVENTS, "#")
    channel.exchange_declare(MARKS, "fanout", durable=True)
    channel.queue_bind(JOURNAL, MARKS)


def declare_manifests(channel: BlockingChannel) -> None:
    """Make the stream in which every service's manifests are kept."""
    channel.exchange_declare(ALL_MANIFESTS, "fanout", durable=True)
    channel.queue_declare(MANIFESTS, durable=True, arguments=MANIFEST_ARGUMENTS)
    channel.queue_bind(MANIFESTS, ALL_MANIFESTS)


def declare_exchange(channel: BlockingChannel, service: str) -> None:
    """Make a service's exchange and lead all of its events to `all.events`."""
    channel.exchange_declare(ALL_EVENTS, "topic", durable=True)
    channel.exchange_declare(exchange_of(service), "topic", durable=True)
    channel.exchange_bind(ALL_EVENTS, exchange_of(service), "#")
