"""What one service needs on the broker: its exchange, its inbox, and what its inbox is bound to."""

from pika.adapters.blocking_connection import BlockingChannel

from contracts.messages import Event
from shared.bus.topology import (
    ALL_EVENTS,
    INBOX_ARGUMENTS,
    QUORUM,
    declare_exchange,
    declare_journal,
    declare_manifests,
    exchange_of,
    inbox_of,
)
from shared.service import Service


def bindings_of(service: Service) -> list[tuple[str, str]]:
    """Exchange and routing key of everything that a service listens to."""
    return sorted({_binding(reaction.event) for reaction in service.reactions})


def _binding(event: type[Event] | None) -> tuple[str, str]:
    if event is None:
        return ALL_EVENTS, "#"
    return exchange_of(event.service), event.wire_type().split(".", 1)[1]


def hears(service: Service, exchange: str, key: str) -> bool:
    """Whether a message so published comes to a service's inbox."""
    return not {(ALL_EVENTS, "#"), (exchange, key)}.isdisjoint(bindings_of(service))


def declare(channel: BlockingChannel, service: Service, queue: str = QUORUM) -> None:
    """Make everything that a service needs; what exists already stays as it is.

    `queue` is the type of its inbox, quorum or classic. Raises pika's ChannelClosedByBroker where the
    inbox stands there with another type.
    """
    declare_exchange(channel, service.name)
    declare_journal(channel)
    declare_manifests(channel)
    channel.queue_declare(inbox_of(service.name), durable=True, arguments=INBOX_ARGUMENTS[queue])
    for exchange, key in bindings_of(service):
        if exchange != ALL_EVENTS:
            declare_exchange(channel, exchange.removesuffix(".events"))
        channel.queue_bind(inbox_of(service.name), exchange, key)
