"""Lists by pages: ids and numbers sort by time, so the last of a page is the cursor to the next."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, RowMapping, Select, Table
from sqlalchemy.orm import InstrumentedAttribute, Session

from contracts.messages import PageQuery

T = TypeVar("T")
PageOf = tuple[list[T], str | None]
NUMBER = re.compile(r"[0-9]{1,18}")  # what every database takes for a number


def page_of(
    session: Session,
    statement: Select[Any],
    key: InstrumentedAttribute[str] | ColumnElement[str],
    query: PageQuery,
) -> tuple[list[Any], str | None]:
    """Return the objects of one page in the order of their `id`, and the cursor of the next."""
    after = statement.where(key > query.cursor) if query.cursor else statement
    found = session.scalars(after.order_by(key).limit(query.limit + 1)).all()
    return _cut(found, query, lambda each: str(each.id))


def rows_page(
    session: Session, statement: Select[Any], key: ColumnElement[str], query: PageQuery
) -> PageOf[RowMapping]:
    """Return the rows of one page in the order of a column that they hold, and the cursor of the next."""
    after = statement.where(key > query.cursor) if query.cursor else statement
    found = session.execute(after.order_by(key).limit(query.limit + 1)).mappings().all()
    return _cut(found, query, lambda row: str(row[key]))


def page_in(found: Sequence[T], query: PageQuery, key: Callable[[T], str]) -> PageOf[T]:
    """Return one page of things that stand in the order of their key, and the cursor of the next."""
    return _cut([each for each in found if not query.cursor or key(each) > query.cursor], query, key)


def numbered_page(
    session: Session, statement: Select[Any], table: Table, query: PageQuery
) -> tuple[Sequence[RowMapping], str | None]:
    """Return the rows of one page of a table in the order of their `seq`, and the cursor of the next."""
    if query.cursor and NUMBER.fullmatch(query.cursor):
        statement = statement.where(table.c.seq > int(query.cursor))
    rows = session.execute(statement.order_by(table.c.seq).limit(query.limit + 1)).mappings().all()
    return _cut(rows, query, lambda row: str(row["seq"]))


def _cut(found: Sequence[T], query: PageQuery, key: Callable[[T], str]) -> PageOf[T]:
    """Keep one page of what was found from the cursor on; whatever lies behind it makes a next page."""
    page = list(found[: query.limit])
    return page, key(page[-1]) if len(found) > query.limit else None
