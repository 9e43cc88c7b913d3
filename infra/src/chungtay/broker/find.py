"""Which broker to use: the first of four ways that this machine offers."""

import os
from collections.abc import Callable
from urllib.parse import urlsplit

from chungtay.broker import apt
from chungtay.broker.docker import container, docker_answers
from chungtay.broker.model import Broker
from chungtay.broker.private_node import private_node, server_program
from chungtay.home import Home
from chungtay.problems import Problem

NOTHING_FOUND = (
    "There is no RabbitMQ: install it (Debian, Ubuntu: apt-get install rabbitmq-server), "
    "or Docker, or set AMQP_URL to a broker's address"
)


def find_broker(home: Home, say: Callable[[str], None]) -> Broker:
    """Choose AMQP_URL, the machine's program, Docker, or the package installed now. Raises Problem."""
    if url := os.environ.get("AMQP_URL"):
        return _given(url)
    if server := server_program():
        return private_node(home, server)
    if docker_answers():
        return container(home)
    if apt.can_install():
        say("installing RabbitMQ, which this machine does not have (about a minute)")
        apt.install()
        if server := server_program():
            return private_node(home, server)
    raise Problem(NOTHING_FOUND)


def _given(url: str) -> Broker:
    parts = urlsplit(url)
    if parts.scheme not in {"amqp", "amqps"} or not parts.hostname:
        message = "AMQP_URL must be an address like amqp://user:password@host:5672/"
        raise Problem(message)
    return Broker(url, f"RabbitMQ at {parts.hostname} (AMQP_URL)", patience=15)
