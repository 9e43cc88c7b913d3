"""Where objects stood on a day, as their history tells."""

from datetime import date
from typing import Any

from sqlalchemy import Select, Subquery, func, select

from campaigns.store.tables import history


def standings(ids: Select[Any], on: date) -> Subquery:
    """Return `object_id` and `state` of those objects as of a day: the last step of each up to that day.

    The ids of steps sort by the time of recording; a machine takes no step before the last one's day.
    """
    of = history.c.object_id
    last = select(func.max(history.c.id)).where(of.in_(ids), history.c.on <= on).group_by(of)
    return select(history.c.object_id, history.c.state).where(history.c.id.in_(last)).subquery()
