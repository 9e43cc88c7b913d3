"""The real bus keeps what the kit asks: on both kinds of queue, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from chungtay.postgres import Cluster
from chungtay.testing import temporary_home
from shared.bus.topology import CLASSIC, QUORUM
from shared.conformance.port import Bus
from shared.conformance.processes import DatabaseUrl, ProcessConformance
from shared.conformance.suite import BusConformance


@contextmanager
def running(amqp_url: str, queue: str, database_url: DatabaseUrl | None = None) -> Iterator[Bus]:
    with temporary_home() as home:
        bus = ProcessConformance(
            home.var, amqp_url, database_url or (lambda name: f"sqlite:///{home.data}/{name}.db"), queue
        )
        bus.open()
        yield bus
        bus.close()


class TestQuorumQueuesAndSqlite(BusConformance):
    """As `make up` runs."""

    @pytest.fixture(scope="class")
    def bus(self, broker: str) -> Iterator[Bus]:
        with running(broker, QUORUM) as bus:
            yield bus


class TestClassicQueuesAndSqlite(BusConformance):
    """As an agency with a small broker of its own may run."""

    @pytest.fixture(scope="class")
    def bus(self, broker: str) -> Iterator[Bus]:
        with running(broker, CLASSIC) as bus:
            yield bus


class TestQuorumQueuesAndPostgresql(BusConformance):
    """As an agency with its own PostgreSQL runs."""

    @pytest.fixture(scope="class")
    def bus(self, broker: str, postgres: Cluster) -> Iterator[Bus]:
        with running(broker, QUORUM, postgres.database) as bus:
            yield bus
