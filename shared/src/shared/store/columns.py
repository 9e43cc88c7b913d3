"""The columns that tables share, and how dataclasses lie in tables."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Column, Dialect, ForeignKey, MetaData, String, Table, TypeDecorator, inspect
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeEngine

from shared.instant import Instant


class PlacePath(TypeDecorator[str]):
    """The path of a place; compared byte by byte, so that what begins alike stands together in an index."""

    impl = String(80)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """PostgreSQL would compare as the machine's language does; SQLite compares bytes anyway."""
        return String(80, collation="C") if dialect.name == "postgresql" else String(80)


def key() -> Column[str]:
    """Return the column of an object's own id."""
    return Column("id", String(64), primary_key=True)


def short_text(name: str, length: int = 80, *, nullable: bool = False, index: bool = False) -> Column[str]:
    """Return a column of bounded text."""
    return Column(name, String(length), nullable=nullable, index=index)


def part_of(name: str, parent: str) -> Column[str]:
    """Return a reference to the row of which this one is a part."""
    return Column(name, ForeignKey(f"{parent}.id"), nullable=False, index=True)


def path(name: str = "path", *, index: bool = True) -> Column[str]:
    """Return the column of a place: its unit and all above it on the object's own day (`Place.path`).

    It needs no index where lists are of one parent's parts.
    """
    return Column(name, PlacePath, nullable=False, index=index)


def recorded_at() -> Column[datetime]:
    """Return the column of the instant at which a row was recorded."""
    return Column("recorded_at", Instant, nullable=False)


def map_all(metadata: MetaData, mapped: Mapping[type, Table]) -> None:
    """Lay dataclasses in tables, once however often the module is imported."""
    mappers = registry(metadata=metadata)
    for model, table in mapped.items():
        if inspect(model, raiseerr=False) is None:
            mappers.map_imperatively(model, table)
