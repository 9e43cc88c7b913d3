"""The columns that tables share, and how dataclasses lie in tables."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Column, ForeignKey, MetaData, String, Table, inspect
from sqlalchemy.orm import registry

from shared.instant import Instant


def key() -> Column[str]:
    """Return the column of an object's own id."""
    return Column("id", String(64), primary_key=True)


def short_text(name: str, length: int = 80, *, nullable: bool = False, index: bool = False) -> Column[str]:
    """Return a column of bounded text."""
    return Column(name, String(length), nullable=nullable, index=index)


def part_of(name: str, parent: str) -> Column[str]:
    """Return a reference to the row of which this one is a part."""
    return Column(name, ForeignKey(f"{parent}.id"), nullable=False, index=True)


def path(name: str = "path") -> Column[str]:
    """Return the column of a place: its unit and all above it on the object's own day (`Place.path`)."""
    return Column(name, String(80), nullable=False, index=True)


def recorded_at() -> Column[datetime]:
    """Return the column of the instant at which a row was recorded."""
    return Column("recorded_at", Instant, nullable=False)


def map_all(metadata: MetaData, mapped: Mapping[type, Table]) -> None:
    """Lay dataclasses in tables, once however often the module is imported."""
    mappers = registry(metadata=metadata)
    for model, table in mapped.items():
        if inspect(model, raiseerr=False) is None:
            mappers.map_imperatively(model, table)
