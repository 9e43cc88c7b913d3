"""Which events an inbox has, asked by what stands beside them on the bus."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from shared.tables import inbox

Identity = tuple[str, str | None]


def identity(exchange: str, message_id: str | None) -> Identity:
    """Return source and id of an event as the broker tells them; the id is None where nobody said one."""
    return f"/{exchange.removesuffix('.events')}", message_id


def known_to(session: Session, wanted: Collection[Identity]) -> set[Identity]:
    """Return those of the events that the inbox has."""
    sources, ids = {source for source, _ in wanted}, {each for _, each in wanted if each}
    if not ids:
        return set()
    found = select(inbox.c.source, inbox.c.event_id).where(
        inbox.c.source.in_(sources), inbox.c.event_id.in_(ids)
    )
    return {(row.source, row.event_id) for row in session.execute(found)}
