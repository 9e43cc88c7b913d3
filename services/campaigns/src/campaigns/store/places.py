"""The filter «this unit and all below»: each record is placed as of its own day."""

from typing import Any

from sqlalchemy import ColumnElement, Select, tuple_
from sqlalchemy.orm import Session

from campaigns.domain.places import inside


def placed(
    session: Session,
    statement: Select[Any],
    code: ColumnElement[Any],
    day: ColumnElement[Any],
    ancestor: str | None,
) -> Select[Any]:
    """Narrow a list to a unit and all below it, where one is asked for."""
    if ancestor is None:
        return statement
    places = session.execute(statement.with_only_columns(code, day).distinct())
    return statement.where(
        tuple_(code, day).in_([(each, on) for each, on in places if inside(each, ancestor, on)])
    )
