"""A small suite of its own for faults: two services, a witness, a broker that may be hurt."""

import hashlib
from collections.abc import Callable, Iterator

import pytest

from chungtay.broker.private_node import server_program
from faults.experiment import set_up
from faults.trials import SEED, Trials


@pytest.fixture(scope="session")
def private_rabbitmq() -> None:
    """Need a RabbitMQ that may be hurt; where there is none, the test is skipped."""
    if server_program() is None:
        pytest.skip("faults are done to a private broker, and this machine has no rabbitmq-server")


@pytest.fixture(scope="session")
def trials(private_rabbitmq: None) -> Iterator[Trials]:  # noqa: ARG001 - it must be there
    """Give the trials; their schedules follow each other on the same data, as those of a run do."""
    with set_up(SEED, ("campaigns", "funds")) as experiment:
        yield Trials(experiment)


@pytest.fixture
def digest() -> Callable[[bytes], str]:
    """Give the way an unreadable message is named."""
    return lambda body: hashlib.sha256(body).hexdigest()
