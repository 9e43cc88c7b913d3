"""Lists by pages: ids sort by time, so the last id of a page is the cursor to the next."""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select
from sqlalchemy.orm import InstrumentedAttribute, Session

from contracts.messages import PageQuery

T = TypeVar("T")
PageOf = tuple[list[T], str | None]


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
