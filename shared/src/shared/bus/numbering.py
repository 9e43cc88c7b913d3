"""Numbers of the outbox and of the audit, in the order of the commits.

So who reads in their order, or looks back a little from where it was, misses nothing. A sequence's order
is not that of commits: who tells or notes something waits on PostgreSQL for the writers' lock, but only now,
when all else is done. Numbers are given and committed by one at a time.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select

from shared.tables import audit, outbox

Rows = Sequence[Mapping[str, Any]]
WRITERS_LOCK = 7575
# Built once: building a statement costs a command more than running it.
TELL, NOTE = insert(outbox), insert(audit)
LOCK = select(func.pg_advisory_xact_lock(bindparam("lock", WRITERS_LOCK)))


def number(connection: Connection, told: Rows, noted: Rows = ()) -> None:
    """Insert rows of outbox and audit, the last thing that is done before the commit."""
    if connection.dialect.name == "postgresql":
        connection.execute(LOCK)
    for statement, rows in ((TELL, told), (NOTE, noted)):
        if rows:
            connection.execute(statement, rows)
