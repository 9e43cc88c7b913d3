"""What waits on the broker for each service, whether it runs or not: the broker tells every user."""

from collections.abc import Iterable
from dataclasses import dataclass

import pika
from pika.adapters.blocking_connection import BlockingConnection
from pika.exceptions import AMQPError, ChannelClosedByBroker

from chungtay.problems import Problem
from shared.bus.topology import inbox_of
from shared.bus.words import words_of

SECONDS = 5.0
NOT_FOUND = 404


@dataclass(frozen=True)
class Depth:
    """Events in a service's queue, and how many hosts take them; None where there is no such queue."""

    service: str
    waiting: int | None
    takers: int | None


def depths(amqp_url: str, services: Iterable[str]) -> list[Depth]:
    """Ask the broker for each service's queue. Raises Problem where it does not answer."""
    parameters = pika.URLParameters(amqp_url)
    parameters.socket_timeout = parameters.stack_timeout = SECONDS
    parameters.blocked_connection_timeout, parameters.connection_attempts = SECONDS, 1
    try:
        with pika.BlockingConnection(parameters) as connection:
            return [_depth(connection, service) for service in services]
    except (AMQPError, OSError) as error:
        message = f"the broker does not say what waits in its queues ({words_of(error)})"
        raise Problem(message) from error


def _depth(connection: BlockingConnection, service: str) -> Depth:
    try:
        found = connection.channel().queue_declare(inbox_of(service), passive=True).method
    except ChannelClosedByBroker as closed:
        if closed.reply_code != NOT_FOUND:
            raise
        return Depth(service, None, None)
    return Depth(service, found.message_count, found.consumer_count)
