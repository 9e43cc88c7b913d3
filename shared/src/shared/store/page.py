"""Lists by pages: ids and numbers sort by time, so the last of a page is the cursor to the next."""

import re
from collections.abc import Sequence
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
    found = list(session.scalars(after.order_by(key).limit(query.limit + 1)))
    if len(found) <= query.limit:
        return found, None
    return found[: query.limit], str(found[query.limit - 1].id)


def numbered_page(
    session: Session, statement: Select[Any], table: Table, query: PageQuery
) -> tuple[Sequence[RowMapping], str | None]:
    """Return the rows of one page of a table in the order of their `seq`, and the cursor of the next."""
    if query.cursor and NUMBER.fullmatch(query.cursor):
        statement = statement.where(table.c.seq > int(query.cursor))
    rows = session.execute(statement.order_by(table.c.seq).limit(query.limit + 1)).mappings().all()
    more = str(rows[query.limit - 1]["seq"]) if len(rows) > query.limit else None
    return rows[: query.limit], more
