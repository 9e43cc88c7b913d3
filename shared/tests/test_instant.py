from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, select
from sqlalchemy.exc import StatementError

from shared.instant import Instant

HANOI = timezone(timedelta(hours=7))
metadata = MetaData()
moments = Table("moments", metadata, Column("id", Integer, primary_key=True), Column("at", Instant))


def test_an_instant_comes_back_in_utc() -> None:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(moments.insert().values(id=1, at=datetime(2017, 6, 16, 7, tzinfo=HANOI)))
        connection.execute(moments.insert().values(id=2, at=None))
        found = list(connection.scalars(select(moments.c.at).order_by(moments.c.id)))
    assert found == [datetime(2017, 6, 16, 0, tzinfo=UTC), None]
    assert found[0].tzinfo is UTC


def test_a_time_without_a_zone_is_no_instant() -> None:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection, pytest.raises(StatementError, match="time zone"):
        connection.execute(moments.insert().values(id=1, at=datetime(2017, 6, 16, 7)))  # noqa: DTZ001
