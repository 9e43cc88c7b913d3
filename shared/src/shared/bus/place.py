"""Where a service stands in the journal: up to which offset its inbox is complete, kept in its database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, insert, select, tuple_, update
from sqlalchemy.orm import Session

from shared.tables import journal_bindings, journal_place

BEFORE_THE_FIRST = -1
THE_ROW = 1
Binding = tuple[str, str]


class Lacking(StrEnum):
    """Why the journal cannot tell what a service has missed."""

    FORGOTTEN = "forgotten"  # it begins later: what is wanted is no longer in it
    REPLACED = "replaced"  # it is another journal: the one that was read is gone


@dataclass(frozen=True)
class Place:
    """The row of `journal_place`."""

    offset: int = BEFORE_THE_FIRST
    digest: str | None = None
    since: datetime | None = None
    proved_at: datetime | None = None
    lacking: Lacking | None = None
    wanted: int | None = None
    found: int | None = None
    taken_back: int = 0


def place_in(session: Session) -> Place | None:
    """Return where the service stands; None where it never read the journal."""
    row = session.execute(select(journal_place).where(journal_place.c.id == THE_ROW)).mappings().first()
    if row is None:
        return None
    values = {name: value for name, value in row.items() if name != "id"}
    return Place(**{**values, "lacking": Lacking(row["lacking"]) if row["lacking"] else None})


def keep(session: Session, **values: Any) -> None:
    """Change the row; make it where there is none."""
    changed: Any = session.execute(
        update(journal_place).where(journal_place.c.id == THE_ROW).values(**values)
    )
    if not changed.rowcount:
        new = {"id": THE_ROW, "offset": BEFORE_THE_FIRST, "taken_back": 0, **values}
        session.execute(insert(journal_place).values(**new))


def unfilled(session: Session, bound: Collection[Binding]) -> dict[Binding, int]:
    """Return those bindings for which the journal was not read, with how far it was."""
    rows = session.execute(select(journal_bindings)).all()
    known = {(row.exchange, row.key): row.offset for row in rows}
    offsets = {each: known.get(each, BEFORE_THE_FIRST) for each in bound}
    return {each: offset for each, offset in offsets.items() if offset is not None}


def fill(session: Session, bindings: Collection[Binding], offset: int | None) -> None:
    """Note how far the journal was read for bindings; None where as far as for all the others."""
    forget(session, bindings)
    rows = [{"exchange": exchange, "key": key, "offset": offset} for exchange, key in bindings]
    if rows:
        session.execute(insert(journal_bindings), rows)


def forget(session: Session, bindings: Collection[Binding]) -> None:
    """Forget bindings, so that each is filled where it is bound again."""
    pair = tuple_(journal_bindings.c.exchange, journal_bindings.c.key)
    session.execute(delete(journal_bindings).where(pair.in_(list(bindings))))


def no_longer_bound(session: Session, bound: Collection[Binding]) -> list[Binding]:
    """Return the bindings that an update has given up."""
    rows = session.execute(select(journal_bindings.c.exchange, journal_bindings.c.key)).all()
    return [(row.exchange, row.key) for row in rows if (row.exchange, row.key) not in bound]
