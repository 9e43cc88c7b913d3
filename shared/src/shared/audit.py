"""The chained log: every act leaves an entry whose alteration shows."""

import hashlib
import json
from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from shared.tables import audit

GENESIS = "0" * 64
# Built once: building a statement costs a command more than running it.
LAST = select(audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
APPEND = insert(audit)
CHAINED = ("user", "body", "act", "outcome", "correlation", "digest")


class ChainBroken(Exception):
    """An entry does not follow from the one before."""

    def __init__(self, seq: int) -> None:
        """Name the entry."""
        super().__init__(f"audit entry {seq} was altered, or one before it was removed")
        self.seq = seq


def digest_of(payload: object) -> str:
    """Return the SHA-256 of a JSON value in its canonical form."""
    text = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def append(session: Session, at: datetime, entry: dict[str, str]) -> None:
    """Add an entry with the keys of `CHAINED`, linked to the last one."""
    last = session.scalar(LAST) or GENESIS
    link = _link(last, at, entry)
    session.execute(APPEND, {**entry, "at": at, "previous": last, "hash": link})


def verify(session: Session) -> int:
    """Follow the chain and return its length. Raises ChainBroken."""
    previous, count = GENESIS, 0
    for row in session.execute(select(audit).order_by(audit.c.seq)).mappings():
        entry = {name: row[name] for name in CHAINED}
        if row["previous"] != previous or row["hash"] != _link(previous, row["at"], entry):
            raise ChainBroken(row["seq"])
        previous, count = row["hash"], count + 1
    return count


def _link(previous: str, at: datetime, entry: dict[str, str]) -> str:
    # The same instant, whatever the zone in which it was given.
    instant = at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
    return digest_of([previous, instant, *(entry[name] for name in CHAINED)])
