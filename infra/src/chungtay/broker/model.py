"""What the suite needs to know of a broker, and asking whether it answers."""

import logging
from dataclasses import dataclass
from urllib.parse import urlsplit

import pika
from pika.exceptions import AMQPError

from chungtay.problems import Problem
from chungtay.supervisor.program import Program
from chungtay.waiting import wait_until

GROUP = "broker"


@dataclass(frozen=True)
class Broker:
    """An address, and the programs that the supervisor must run for it: none when it is somebody else's.

    `title` tells a person what it is; `patience` is how many seconds a start may take.
    """

    url: str
    title: str
    programs: tuple[Program, ...] = ()
    patience: float = 60

    @property
    def groups(self) -> list[str]:
        """The groups of its programs in the order of starting."""
        return list(dict.fromkeys(p.group for p in sorted(self.programs, key=lambda p: p.stage)))


def answers(url: str) -> bool:
    """Say whether a login with AMQP succeeds now."""
    logging.getLogger("pika").setLevel(logging.CRITICAL)  # refused attempts are expected while it starts
    parameters = pika.URLParameters(url if urlsplit(url).path else f"{url}/")
    parameters.socket_timeout, parameters.stack_timeout, parameters.connection_attempts = 2, 5, 1
    try:
        pika.BlockingConnection(parameters).close()
    except (AMQPError, OSError):
        return False
    return True


def wait_for_login(broker: Broker) -> None:
    """Return once a client can log in. Raises Problem after the broker's patience."""
    if not wait_until(lambda: answers(broker.url), seconds=broker.patience, every=0.25):
        message = f"{broker.title} did not accept a login within {broker.patience:.0f} seconds"
        raise Problem(message)
