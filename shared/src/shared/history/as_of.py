"""Where objects stood on a day, as their history tells."""

from datetime import date
from typing import Any

from sqlalchemy import Select, Subquery, func, select

from shared.tables import history


def states_as_of(ids: Select[Any], on: date) -> Subquery:
    """Return `subject_id` and `state` of those objects as of a day: the last step of each up to that day.

    Rows are numbered in the order of recording, and no step into another state is dated before the last one.
    """
    of = history.c.subject_id
    last = select(func.max(history.c.seq)).where(of.in_(ids), history.c.taken_on <= on).group_by(of)
    return select(history.c.subject_id, history.c.state).where(history.c.seq.in_(last)).subquery()
