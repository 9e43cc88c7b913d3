"""Numbers of the outbox: in the order of the commits, so that a reader in their order misses nothing.

A sequence's order is not the order of commits. So who tells something waits on PostgreSQL for the writers'
lock, but only now, when all else is done: numbers are given and committed by one at a time.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select

from shared.tables import outbox

WRITERS_LOCK = 7575
# Built once: building a statement costs a command more than running it.
WRITE = insert(outbox)
LOCK = select(func.pg_advisory_xact_lock(bindparam("lock", WRITERS_LOCK)))


def number(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, the last thing that is done before the commit."""
    if connection.dialect.name == "postgresql":
        connection.execute(LOCK)
    connection.execute(WRITE, rows)
