"""An audit as it stands in a service's own database, to be proved."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from shared.audit_proof import Block
from shared.tables import audit, audit_blocks

BATCH = 1000


class StoredLog:
    """The audit of a database, within a transaction that reads."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection."""
        self._connection = connection

    def blocks(self) -> Iterator[Block]:
        """Give the blocks in order."""
        columns = (audit_blocks.c[name] for name in Block._fields)
        for row in self._connection.execute(select(*columns).order_by(audit_blocks.c.number)):
            yield Block(*row)

    def entries(self, above: int, up_to: int) -> Iterator[Mapping[str, Any]]:
        """Give the entries of a range, in order."""
        within = select(audit).where(audit.c.seq > above, audit.c.seq <= up_to).order_by(audit.c.seq)
        found = self._connection.execution_options(yield_per=BATCH).execute(within)
        for row in found.mappings():
            yield dict(row)

    def last(self) -> int:
        """Return the highest number of an entry, 0 where there is none."""
        return self._connection.scalar(select(func.max(audit.c.seq))) or 0
