"""The filters that every list has: unit and all below, year, period, state, text."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select

from contracts.errors import InvalidField
from contracts.messages import ListQuery
from shared.domain.text import words_of


@dataclass(frozen=True)
class Listed:
    """The columns of a table that the filters of a list look at.

    `path` is the place of each object on its own day, `day` that day, `year` where a year is kept besides,
    `text` the folded text that is searched.
    """

    path: ColumnElement[Any] | None = None
    day: ColumnElement[Any] | None = None
    year: ColumnElement[Any] | None = None
    state: ColumnElement[Any] | None = None
    text: ColumnElement[Any] | None = None


def narrowed(statement: Select[Any], asked: ListQuery, by: Listed) -> Select[Any]:
    """Narrow a list to what was asked for. Raises InvalidField for a filter that the list does not have."""
    if asked.unit:
        statement = statement.where(within(_offered(by.path, "unit"), asked.unit))
    if asked.year:
        statement = statement.where(_in_year(by, asked.year))
    if asked.from_:
        statement = statement.where(_offered(by.day, "from") >= asked.from_)
    if asked.to:
        statement = statement.where(_offered(by.day, "to") <= asked.to)
    if state := getattr(asked, "state", None):
        statement = statement.where(_offered(by.state, "state") == state)
    if asked.text:
        text = _offered(by.text, "text")
        statement = statement.where(*(text.contains(word, autoescape=True) for word in words_of(asked.text)))
    return statement


def within(path: ColumnElement[Any], unit: str) -> ColumnElement[bool]:
    """Whether a place lies in a unit: the unit itself or anything below it."""
    return path.contains(f"/{unit}/", autoescape=True)


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
