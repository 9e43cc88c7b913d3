"""Calls that nobody can read or answer: kept for the operators, a few bytes each, and never carried out.

The same bytes are one row that counts; of many different ones the newest are kept. Tokens are left out.
"""

import hashlib
import re

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from shared.clock import Clock, system_clock
from shared.database import Database
from shared.tables import unread_calls

MOST_BYTES = 2000
MOST_CALLS = 1000
LONGEST_CAUSE, LONGEST_KEY = 40, 200
TOKEN = re.compile(rb"eyJ[\w-]{5,}\.[\w-]+(\.[\w-]*)?")


class UnreadCalls:
    """Keeps calls in a service's own database."""

    def __init__(self, database: Database, clock: Clock = system_clock) -> None:
        """Take the database."""
        self._database, self._clock = database, clock

    def keep(self, cause: str, routing_key: str, body: bytes) -> None:
        """Keep a call with the name of what is wrong with it. Raises SQLAlchemyError."""
        digest = hashlib.sha256(b"\0".join([cause.encode(), routing_key.encode(errors="replace"), body]))

        def keep_once(session: Session) -> None:
            if not self._count_again(session, digest.hexdigest()):
                self._insert(session, digest.hexdigest(), cause, routing_key, body)

        self._database.carry_out(keep_once)

    def _count_again(self, session: Session, digest: str) -> bool:
        same = update(unread_calls).where(unread_calls.c.digest == digest)
        again = same.values(times=unread_calls.c.times + 1, last_at=self._clock())
        return bool(session.connection().execute(again).rowcount)

    def _insert(self, session: Session, digest: str, cause: str, routing_key: str, body: bytes) -> None:
        now = self._clock()
        row = {
            "digest": digest,
            "cause": cause[:LONGEST_CAUSE],
            "routing_key": printable(routing_key)[:LONGEST_KEY],
            "size": len(body),
            "head": TOKEN.sub(b"(token)", body)[:MOST_BYTES],
            "times": 1,
            "first_at": now,
            "last_at": now,
        }
        session.execute(insert(unread_calls), row)
        oldest = select(unread_calls.c.digest).order_by(unread_calls.c.last_at.desc()).offset(MOST_CALLS)
        if (session.scalar(select(func.count()).select_from(unread_calls)) or 0) > MOST_CALLS:
            session.execute(delete(unread_calls).where(unread_calls.c.digest.in_(oldest.limit(MOST_CALLS))))


def printable(text: str) -> str:
    """Return a text with a mark for each character that is not seen; what a stranger sent may hold any."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)
