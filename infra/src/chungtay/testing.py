"""Fixtures for tests that need a real broker or the whole suite. `tests/conftest.py` offers them."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from chungtay import up
from chungtay.broker.docker import container, docker_answers, image_exists
from chungtay.broker.model import Broker, wait_for_login
from chungtay.broker.private_node import private_node, server_program
from chungtay.home import Home
from chungtay.ports import any_free
from chungtay.supervisor.control import Supervisor


@contextmanager
def temporary_home() -> Iterator[Home]:
    """Give a home with a short path: a Unix socket in pytest's own folders could be too long."""
    with tempfile.TemporaryDirectory(prefix="chungtay-") as folder:
        home = Home.of(Path(folder))
        home.make()
        yield home


@pytest.fixture(scope="session")
def broker() -> Iterator[str]:
    """Give the AMQP address of a real RabbitMQ: AMQP_URL, else Docker, else the machine's program."""
    if url := os.environ.get("AMQP_URL"):
        yield url
        return
    with temporary_home() as home:
        found = _own_broker(home)
        supervisor = Supervisor(home)
        supervisor.launch(found.programs, {**os.environ, "VAR_DIR": str(home.var)})
        try:
            for group in found.groups:
                supervisor.start(group)
            wait_for_login(found)
            yield found.url
        finally:
            supervisor.shut_down()


def _own_broker(home: Home) -> Broker:
    if docker_answers() and image_exists():
        return container(home)
    server = server_program()
    if server is None:
        pytest.fail("the tests need RabbitMQ: set AMQP_URL, or install rabbitmq-server")
    return private_node(home, server)


@pytest.fixture(scope="session")
def suite() -> Iterator[up.Suite]:
    """Start the whole suite as `chungtay up --detach` does, from a home and on ports of its own."""
    with temporary_home() as home:
        [port] = any_free(1)
        started = up.start(home, port=port)
        try:
            yield started
        finally:
            started.stop()
