"""Indexes on a part of the chassis's tables: what still waits, what is still open.

SQLAlchemy imports every dialect that such an index names, PostgreSQL's too, 3 MB in each process. A relay
neither makes tables nor needs to know by what the database finds their rows, so it does not import this.
"""

from sqlalchemy import Column, Index, text

from shared.tables import inbox, outbox, tasks


def _index(name: str, column: Column[str] | Column[int], part: str) -> Index:
    return Index(name, column, sqlite_where=text(part), postgresql_where=text(part))


INDEXES = (
    _index("outbox_waiting", outbox.c.seq, "published_at IS NULL"),
    _index("inbox_open", inbox.c.seq, "state IN ('received', 'retry')"),
    _index("inbox_stopped", inbox.c.key, "state IN ('retry', 'parked')"),
    _index("tasks_open", tasks.c.subject_id, "closed_on IS NULL"),
)
