"""The filter «this unit and all below»: each record is placed as of its own day."""

from typing import Any

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.orm import Session

from campaigns.domain.places import inside


def within(
    session: Session, code: ColumnElement[Any], day: ColumnElement[Any], ancestor: str
) -> ColumnElement[bool]:
    """Return the condition that a record's unit lay in another on the record's day."""
    places = session.execute(select(code, day).distinct())
    return tuple_(code, day).in_([(each, on) for each, on in places if inside(each, ancestor, on)])


def placed(
    session: Session,
    statement: Select[Any],
    code: ColumnElement[Any],
    day: ColumnElement[Any],
    ancestor: str | None,
) -> Select[Any]:
    """Narrow a list to a unit and all below it, where one is asked for."""
    return statement.where(within(session, code, day, ancestor)) if ancestor else statement
