"""Indexes on a part of the chassis's tables: what still waits, what is still open.

SQLAlchemy imports every dialect that such an index names, PostgreSQL's too, 3 MB in each process. A relay
neither makes tables nor needs to know by what the database finds their rows, so it does not import this.
"""

from typing import Any

from sqlalchemy import Column, Index, text

from shared.tables import answers, inbox, outbox, tasks

ACTS = "('retry_parked', 'discard_parked', 'replay_event')"


def _index(name: str, *columns: Column[Any], part: str) -> Index:
    return Index(name, *columns, sqlite_where=text(part), postgresql_where=text(part))


INDEXES = (
    _index("outbox_waiting", outbox.c.seq, part="published_at IS NULL"),
    # With key and state it answers by itself how many events wait behind others.
    _index("inbox_open", inbox.c.seq, inbox.c.key, inbox.c.state, part="state IN ('received', 'retry')"),
    _index("inbox_stopped", inbox.c.key, part="state IN ('retry', 'parked')"),
    _index("inbox_discarded", inbox.c.seq, part="state = 'discarded'"),
    _index("outbox_spent", outbox.c.published_at, part="envelope IS NOT NULL AND journal_offset IS NOT NULL"),
    _index("inbox_spent", inbox.c.applied_at, part="envelope IS NOT NULL AND state = 'done'"),
    _index("answers_spent", answers.c.answered_at, part=f"answer IS NOT NULL AND command NOT IN {ACTS}"),
    _index("answers_of_operators", answers.c.answered_at, part=f"command IN {ACTS}"),
    _index("tasks_open", tasks.c.subject_id, part="closed_on IS NULL"),
)
