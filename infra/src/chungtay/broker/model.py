"""What the suite needs to know of a broker, and asking whether it answers."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit, urlunsplit

import pika
from pika.exceptions import AMQPError

from chungtay.problems import Problem
from chungtay.supervisor.program import Program
from chungtay.waiting import wait_until

GROUP = "broker"


@dataclass(frozen=True)
class Broker:
    """An address, and the programs that the supervisor must run for it: none when it is somebody else's.

    `title` tells a person what it is; `patience` is how many seconds a start may take. `passwords` are
    those of users whom the broker's definitions made, none where one user must serve for all.
    """

    url: str
    title: str
    programs: tuple[Program, ...] = ()
    patience: float = 60
    passwords: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def is_given(self) -> bool:
        """Whether users, queues and exchanges stand there already, each user with its own rights."""
        return bool(self.passwords)

    def address_of(self, user: str) -> str:
        """The address with which a user logs in."""
        return as_user(self.url, user, self.passwords[user]) if self.is_given else self.url

    @property
    def groups(self) -> list[str]:
        """The groups of its programs in the order of starting."""
        return list(dict.fromkeys(p.group for p in sorted(self.programs, key=lambda p: p.stage)))


def as_user(url: str, user: str, password: str) -> str:
    """Return a broker's address with another user and password."""
    parts = urlsplit(url)
    where = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(user, safe='')}:{quote(password, safe='')}@{where}"))


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
