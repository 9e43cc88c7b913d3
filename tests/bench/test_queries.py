"""Each query of the bench finds what was settled: else a run would only time empty answers."""

import pytest

from bench.queries.asked import ASKED, Draw, answered, drawn
from bench.queries.province import Province
from shared.database import Database
from shared.loading import load
from shared.service import Service

PROVINCE = Province(2_000)


@pytest.fixture(scope="module")
def campaigns() -> Service:
    return load("campaigns.service")


@pytest.fixture(scope="module")
def settled(campaigns: Service) -> Database:
    database = Database("sqlite://")
    PROVINCE.settle(campaigns, database)
    return database


@pytest.mark.parametrize("name", ASKED)
def test_a_query_finds_what_was_settled(campaigns: Service, settled: Database, name: str) -> None:
    said = answered(campaigns, settled, drawn(campaigns, name, Draw(PROVINCE))).model_dump()
    counts = [value for key, value in said.items() if isinstance(value, int) and key != "year"]
    lists = [len(value) for value in said.values() if isinstance(value, list)]
    assert max([*counts, *lists]) > 0
