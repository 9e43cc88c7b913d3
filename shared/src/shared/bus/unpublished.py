"""What a relay finds in the outbox to publish."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from shared.tables import outbox


def unpublished(
    connection: Connection, resting: Collection[str], confirmed: Collection[int], most: int
) -> list[Row[Any]]:
    """Return rows in their order, but for keys that rest and rows that are confirmed and not yet marked."""
    rows = select(outbox.c.seq, outbox.c.event_id, outbox.c.type, outbox.c.key, outbox.c.envelope)
    waiting = rows.where(
        outbox.c.published_at.is_(None), outbox.c.key.not_in(resting), outbox.c.seq.not_in(confirmed)
    )
    return list(connection.execute(waiting.order_by(outbox.c.seq).limit(most)))


def first_of_each_key(rows: Iterable[Row[Any]]) -> Iterable[Row[Any]]:
    """Give the rows without any whose key came before."""
    seen: set[str] = set()
    for row in rows:
        if row.key not in seen:
            seen.add(row.key)
            yield row
