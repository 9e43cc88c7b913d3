"""Fixtures for tests that need a real broker or the whole suite. The root `conftest.py` offers them."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_docker.plugin import get_docker_services

from chungtay import up
from chungtay.broker.docker import compose_exists, forget_data, image_exists
from chungtay.broker.find import find_broker
from chungtay.broker.members import Member
from chungtay.broker.model import Broker, as_user, wait_for_login
from chungtay.broker.passwords import passwords
from chungtay.broker.private_node import private_node, server_program
from chungtay.home import Home
from chungtay.ports import LOOPBACK, any_free
from chungtay.problems import Problem
from chungtay.supervisor.control import Supervisor
from support.postgres import Cluster, programs


@contextmanager
def temporary_home() -> Iterator[Home]:
    """Give a home with a short path: a Unix socket in pytest's own folders could be too long."""
    with tempfile.TemporaryDirectory(prefix="chungtay-") as folder:
        home = Home.of(Path(folder))
        home.make()
        try:
            yield home
        finally:
            forget_data(home)


@pytest.fixture(scope="session")
def broker() -> Iterator[str]:
    """Give the AMQP address of a real RabbitMQ: AMQP_URL, else by pytest-docker, else as `up` finds one."""
    if url := os.environ.get("AMQP_URL"):
        yield url
    elif image_exists() and compose_exists():
        with _in_docker() as url:
            yield url
    else:
        with broker_of_this_machine() as url:
            yield url


@contextmanager
def _in_docker() -> Iterator[str]:
    compose_file = str(Path(__file__).with_name("compose.yml"))
    project = f"chungtay-tests-{os.getpid()}"
    with get_docker_services("docker compose", compose_file, project, "up --wait", "down -v") as services:
        url = f"amqp://chungtay:synthetic@{LOOPBACK}:{services.port_for('rabbitmq', 5672)}/"
        wait_for_login(Broker(url, "RabbitMQ in Docker"))
        yield url


@contextmanager
def broker_of_this_machine() -> Iterator[str]:
    """Give the AMQP address of a broker that ends with the block."""
    with temporary_home() as home, broker_running(home, find_broker(home, print)) as found:
        yield found.url


@contextmanager
def broker_with_definitions(members: Sequence[Member] | None = None) -> Iterator[Broker]:
    """Give a private node with the definitions of these services, or those of the suite: each its own user.

    Where this machine has no RabbitMQ, the test is skipped.
    """
    server = server_program()
    if server is None:
        pytest.skip("definitions are loaded by a private node: this machine has no rabbitmq-server")
    with temporary_home() as home, broker_running(home, private_node(home, server, members)) as found:
        yield found


def address_of(suite: up.Suite, user: str) -> str:
    """Return the address at which a user of a suite's broker logs in; that of all who are not told apart."""
    if "AMQP_URL" in os.environ:
        return suite.running.amqp_url
    return as_user(suite.running.amqp_url, user, passwords(suite.home, [user])[user])


@contextmanager
def broker_running(home: Home, broker: Broker) -> Iterator[Broker]:
    """Run a broker's programs for as long as the block lasts; it answers when the block begins."""
    supervisor = Supervisor(home)
    supervisor.launch(broker.programs, {**os.environ, "VAR_DIR": str(home.var)})
    try:
        for group in broker.groups:
            supervisor.start(group)
        wait_for_login(broker)
        yield broker
    finally:
        supervisor.shut_down()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """Give a private PostgreSQL; where there is none and root may install none, its tests are skipped."""
    try:
        found = programs()
    except Problem as problem:
        pytest.skip(str(problem))
    with tempfile.TemporaryDirectory(prefix="chungtay-") as folder:
        cluster = Cluster(Path(folder), found)
        cluster.create()
        try:
            yield cluster
        finally:
            cluster.stop()


@pytest.fixture(scope="session")
def suite() -> Iterator[up.Suite]:
    """Start the whole suite as `chungtay up --detach` does, from a home and on ports of its own.

    Public reads are not kept: tests look at once at what they did.
    """
    with temporary_home() as home:
        [port] = any_free(1)
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("PUBLIC_READ_SECONDS", "0")
            started = up.start(home, port=port)
        try:
            yield started
        finally:
            started.stop()
