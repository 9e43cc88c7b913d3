"""Lists by pages: ids sort by time, so the last id of a page is the cursor to the next."""

from typing import Any

from sqlalchemy import ColumnElement, Select
from sqlalchemy.orm import InstrumentedAttribute, Session

from contracts.messages import ListQuery


def page_of(
    session: Session,
    statement: Select[Any],
    key: InstrumentedAttribute[str] | ColumnElement[str],
    query: ListQuery,
) -> tuple[list[Any], str | None]:
    """Return the objects of one page in the order of their `id`, and the cursor of the next."""
    after = statement.where(key > query.cursor) if query.cursor else statement
    found = list(session.scalars(after.order_by(key).limit(query.limit + 1)))
    if len(found) <= query.limit:
        return found, None
    return found[: query.limit], str(found[query.limit - 1].id)
