"""The filters that every list has: unit and all below, year, period, state, text."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, true

from contracts.errors import InvalidField
from contracts.messages import ListQuery, TextListQuery
from contracts.reference import level_of, paths_of
from shared.domain.text import folded, words_of

WIDE = frozenset({"T", "H"})


@dataclass(frozen=True)
class Listed:
    """The columns of a table that the filters of a list look at.

    `path` is the place of each object on its own day, or the one place of them all; `day` that day, `year`
    where a year is kept besides, `text` the folded text that is searched.
    """

    path: ColumnElement[Any] | str | None = None
    day: ColumnElement[Any] | None = None
    year: ColumnElement[Any] | None = None
    state: ColumnElement[Any] | None = None
    text: ColumnElement[Any] | None = None


def narrowed(statement: Select[Any], asked: ListQuery, by: Listed) -> Select[Any]:
    """Narrow a list to what was asked for. Raises InvalidField for a filter that the list does not have."""
    if asked.unit:
        path = by.path if isinstance(by.path, str) else _offered(by.path, "unit")
        statement = statement.where(in_unit(path, asked.unit))
    if asked.year:
        statement = statement.where(_in_year(by, asked.year))
    if asked.from_:
        statement = statement.where(_offered(by.day, "from") >= asked.from_)
    if asked.to:
        statement = statement.where(_offered(by.day, "to") <= asked.to)
    if state := getattr(asked, "state", None):
        statement = statement.where(_offered(by.state, "state") == state)
    if isinstance(asked, TextListQuery):
        statement = statement.where(*_words_in(by.text, asked))
    return statement


def within(path: ColumnElement[Any], unit: str) -> ColumnElement[bool]:
    """Whether a place lies in a unit: the unit itself or anything below it, on the object's own day.

    A unit's paths are looked up in the reference data; what lies in it is then a range of the index.
    """
    return or_(false(), *(and_(path >= above, path < _behind(above)) for above in paths_of(unit)))


def in_unit(path: ColumnElement[Any] | str, unit: str) -> ColumnElement[bool]:
    """The same for a page, which is read in the order of the ids. Raises InvalidField for an unknown unit.

    Where much of the table is wanted, walking along the ids finds a page sooner than the index of places.
    LIKE says so to SQLite, which keeps no statistics; PostgreSQL knows by its own.
    """
    known = known_paths(unit)
    if isinstance(path, str):
        return true() if f"/{unit}/" in path else false()
    if level_of(unit) in WIDE:
        return or_(*(path.startswith(above, autoescape=True) for above in known))
    return within(path, unit)


def known_paths(unit: str) -> tuple[str, ...]:
    """Return every path that a unit has had. Raises InvalidField where nobody knows the unit."""
    if known := paths_of(unit):
        return known
    raise InvalidField(
        "unit", "known-unit", f"Không có địa bàn mang mã {unit}", f"No unit has the code {unit}"
    )


def has_words(asked: TextListQuery, *texts: str) -> bool:
    """Whether texts hold all words that were asked for, with and without marks."""
    return all(word in folded(*texts) for word in words_of(asked.text or ""))


def in_period(day: date | None, asked: ListQuery) -> bool:
    """Whether a day lies in the year and between the days that were asked for; no day lies in none."""
    if day is None:
        return not (asked.year or asked.from_ or asked.to)
    return (
        asked.year in {None, day.year}
        and (asked.from_ is None or asked.from_ <= day)
        and (asked.to is None or day <= asked.to)
    )


def _behind(path: str) -> str:
    """The first text behind all that begins with a path: `0` comes next after the slash."""
    return path.removesuffix("/") + "0"


def _words_in(text: ColumnElement[Any] | None, asked: TextListQuery) -> list[ColumnElement[bool]]:
    """The words that were asked for. Raises TypeError where a list offers them and keeps none."""
    if text is None:
        message = f"{type(asked).__name__} offers text, and its table keeps no words"
        raise TypeError(message)
    return [text.contains(word, autoescape=True) for word in words_of(asked.text or "")]


def _in_year(by: Listed, year: int) -> ColumnElement[bool]:
    if by.year is not None:
        return by.year == year
    return _offered(by.day, "year").between(date(year, 1, 1), date(year, 12, 31))


def _offered(column: ColumnElement[Any] | None, field: str) -> ColumnElement[Any]:
    if column is None:
        raise InvalidField(
            field, "filter-offered", "Danh sách này không lọc theo trường này", "This list has no such filter"
        )
    return column
