"""Where objects stood on a day, as their history tells."""

from datetime import date

from sqlalchemy import Subquery, func, select

from campaigns.store.tables import history


def standings(on: date) -> Subquery:
    """Return `object_id` and `state` of every object as of a day: its last step up to that day.

    The ids of steps sort by the time of recording; a machine takes no step before the last one's day.
    """
    last = select(func.max(history.c.id)).where(history.c.on <= on).group_by(history.c.object_id)
    return select(history.c.object_id, history.c.state).where(history.c.id.in_(last)).subquery()
