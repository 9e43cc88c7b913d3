"""How many rows an inbox has, without reading them all: up to a number they are counted once and for all.

No row of an inbox is ever deleted, so a count up to a number stays true once every transaction that wrote
below it has ended. `/status` counts only what came after it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, case, func, insert, select, update
from sqlalchemy.orm import Session

from shared.clock import Clock
from shared.connections import Connections
from shared.tables import counted, inbox

NAME = "inbox"
# Two hosts may commit in another order than that of their numbers; no transaction lasts so long.
SETTLED = timedelta(minutes=15)
BATCH = 10_000


@dataclass(frozen=True)
class Counter:
    """Counts what has come, a few thousand rows at a time."""

    database: Connections
    clock: Clock

    def count(self) -> int:
        """Count some more; return how many there were. 0: nothing is left that has settled."""
        settled = self.clock() - SETTLED
        with self.database.bare_reading() as connection:
            last, rows = _counted(connection)
            found = connection.execute(_some(last, settled)).one()
            if found.young is not None:
                found = connection.execute(_some(last, settled, found.young)).one()
        if found.rows:
            with self.database.bare_transaction() as connection:
                _keep(connection, last, found.last, rows + found.rows)
        return int(found.rows)


def _some(last: int, settled: datetime, before: int | None = None) -> Any:
    """Ask for the number of rows after one, the last of them, and the first that has not settled."""
    wanted = inbox.c.seq > last if before is None else (inbox.c.seq > last) & (inbox.c.seq < before)
    some = select(inbox.c.seq, inbox.c.received_at).where(wanted).order_by(inbox.c.seq).limit(BATCH)
    row = some.subquery().c
    young = func.min(case((row.received_at > settled, row.seq)))
    return select(func.count().label("rows"), func.max(row.seq).label("last"), young.label("young"))


def rows_of_inbox(session: Session) -> int:
    """Return how many events have ever come."""
    last, rows = _counted(session.connection())
    since = select(func.count()).select_from(inbox).where(inbox.c.seq > last)
    return rows + session.execute(since).scalar_one()


def _counted(connection: Connection) -> tuple[int, int]:
    row = connection.execute(select(counted).where(counted.c.name == NAME)).first()
    return (row.last, row.rows) if row else (0, 0)


def _keep(connection: Connection, before: int, last: int, rows: int) -> None:
    """Go on from where it was read, unless another host did meanwhile."""
    if before == 0 and _counted(connection) == (0, 0):
        connection.execute(insert(counted).values(name=NAME, last=last, rows=rows))
        return
    unchanged = (counted.c.name == NAME) & (counted.c.last == before)
    connection.execute(update(counted).where(unchanged).values(last=last, rows=rows))
