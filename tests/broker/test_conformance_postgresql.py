"""The real bus on PostgreSQL keeps what the kit asks; the group that comes and goes has a classic queue."""

from collections.abc import Iterator

import pytest

from shared.bus.topology import CLASSIC, QUORUM
from shared.conformance.port import Bus
from shared.conformance.processes import ProcessConformance
from shared.conformance.suite import BusConformance
from support.postgres import Cluster
from support.running import temporary_home


@pytest.fixture(scope="module")
def bus(broker: str, postgres: Cluster) -> Iterator[Bus]:
    with (
        temporary_home() as home,
        ProcessConformance(home.var, broker, postgres.database, (CLASSIC, QUORUM)).running() as running,
    ):
        yield running


class TestPostgresql(BusConformance):
    """As an agency with a database server of its own runs."""
