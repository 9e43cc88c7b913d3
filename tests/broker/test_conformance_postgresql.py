"""The real bus on PostgreSQL keeps what the kit asks, with two hosts of each service side by side.

The group that comes and goes has a classic queue.
"""

from collections.abc import Iterator

import pytest

from shared.bus.topology import CLASSIC, QUORUM
from shared.conformance.port import Bus
from shared.conformance.processes import ProcessConformance
from shared.conformance.suite import BusConformance
from support.postgres import Cluster
from support.running import temporary_home

HOSTS = 2


@pytest.fixture(scope="module")
def bus(broker: str, postgres: Cluster) -> Iterator[Bus]:
    with (
        temporary_home() as home,
        ProcessConformance(
            home.var, broker, postgres.database, (CLASSIC, QUORUM), HOSTS
        ).running() as running,
    ):
        yield running


class TestPostgresql(BusConformance):
    """As an agency with a database server of its own runs."""
