"""A place is found by the index of places: a plan that reads the whole table is a fault."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, Select, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect

from campaigns.common.tables import metadata
from campaigns.titles.messages.queries import TitleList
from campaigns.titles.tables import titles
from shared.database import Database
from shared.store import Listed, narrowed, within

BY = Listed(path=titles.c.path)


@pytest.fixture
def engine() -> Iterator[Engine]:
    database = Database("sqlite://")
    metadata.create_all(database.engine)
    yield database.engine
    database.engine.dispose()


def plan(engine: Engine, wanted: Select[Any]) -> str:
    statement = wanted.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with engine.connect() as connection:
        return "; ".join(row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {statement}")))


@pytest.mark.parametrize("unit", ["05467", "05467-K001", "05431"])
@pytest.mark.parametrize("cursor", [None, "ttl_7"])
def test_a_page_of_a_commune_is_searched_for_in_the_index(
    engine: Engine, unit: str, cursor: str | None
) -> None:
    wanted = narrowed(select(titles), TitleList(unit=unit), BY)
    if cursor:
        wanted = wanted.where(titles.c.id > cursor)
    found = plan(engine, wanted.order_by(titles.c.id).limit(51))
    assert "SEARCH titles USING INDEX ix_titles_path (path>? AND path<?)" in found
    assert "SCAN" not in found


@pytest.mark.parametrize("unit", ["19", "164", "05467"])
def test_what_is_counted_of_any_unit_is_searched_for_in_the_index(engine: Engine, unit: str) -> None:
    found = plan(engine, select(func.count()).where(within(titles.c.path, unit)))
    assert "SEARCH titles USING COVERING INDEX ix_titles_path (path>? AND path<?)" in found
    assert "SCAN" not in found


def test_a_page_of_the_province_is_read_along_the_ids_and_sorts_nothing(engine: Engine) -> None:
    wanted = narrowed(select(titles), TitleList(unit="19"), BY)
    assert "TEMP B-TREE" not in plan(engine, wanted.order_by(titles.c.id).limit(51))


def test_postgresql_compares_places_byte_by_byte() -> None:
    dialect: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    path = titles.c.path.type.compile(dialect=dialect)
    assert path == 'VARCHAR(80) COLLATE "C"'
