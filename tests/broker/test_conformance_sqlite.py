"""The real bus on SQLite keeps what the kit asks; the group that comes and goes has a quorum queue."""

from collections.abc import Iterator

import pytest

from shared.bus.topology import CLASSIC, QUORUM
from shared.conformance.port import Bus
from shared.conformance.processes import ProcessConformance
from shared.conformance.suite import BusConformance
from support.running import temporary_home


@pytest.fixture(scope="module")
def bus(broker: str) -> Iterator[Bus]:
    with temporary_home() as home:
        made = ProcessConformance(
            home.var, broker, lambda name: f"sqlite:///{home.data}/{name}.db", (QUORUM, CLASSIC)
        )
        with made.running() as running:
            yield running


class TestSqlite(BusConformance):
    """As `make up` runs."""
