"""The audit's chain: blocks of entries, each of which covers the block before.

The relay makes them under its lease, so that no command pays for it. A block keeps number and digest of
each entry, which names the very entry that was altered; its hash stands for everything up to it. An entry
whose number was given before those chained last, yet committed after them, is found within a window.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, func, insert, select

from shared.tables import audit, audit_blocks

GENESIS = "0" * 64
NUMBER_BYTES, DIGEST_BYTES = 8, 32
MEMBER_BYTES = NUMBER_BYTES + DIGEST_BYTES
WINDOW = 2000
MOST = 1000
COVERED = ("user", "body", "act", "objects", "outcome", "reason", "correlation", "digest")


class Member(NamedTuple):
    """An entry within a block."""

    seq: int
    digest: bytes


class Head(NamedTuple):
    """How far a chain goes: its last block, how many entries it covers, and the hash that stands for them."""

    block: int
    entries: int
    hash: str


NOTHING = Head(0, 0, GENESIS)


def digest_of(entry: Mapping[str, Any]) -> bytes:
    """Return what stands for an entry, whatever number it has; instants are the same in every zone."""
    instant = entry["at"].astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
    day = entry["day"].isoformat() if entry["day"] else None
    content = [instant, day, bool(entry["synthetic"]), *(entry[name] for name in COVERED)]
    return sha256(json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()).digest()


def packed(members: list[Member]) -> bytes:
    """Return members as a block stores them."""
    return b"".join(each.seq.to_bytes(NUMBER_BYTES, "big") + each.digest for each in members)


def unpacked(members: bytes) -> Iterator[Member]:
    """Give the members of a block."""
    for start in range(0, len(members), MEMBER_BYTES):
        number = members[start : start + NUMBER_BYTES]
        yield Member(int.from_bytes(number, "big"), members[start + NUMBER_BYTES : start + MEMBER_BYTES])


def link(before: str, members: bytes) -> str:
    """Return the hash of a block: it covers the block before and the members."""
    return sha256(before.encode() + members).hexdigest()


def head_of(connection: Connection) -> Head:
    """Return how far the chain goes."""
    last = select(audit_blocks.c.number, audit_blocks.c.entries, audit_blocks.c.hash)
    found = connection.execute(last.order_by(audit_blocks.c.number.desc()).limit(1)).first()
    return Head(*found) if found else NOTHING


@dataclass
class Chain:
    """The chain of one database, as its relay goes on with it."""

    _head: Head = NOTHING
    _top: int = 0
    _recent: set[int] = field(default_factory=set)

    def waits(self, connection: Connection) -> bool:
        """Say whether there is something to chain."""
        if head_of(connection) != self._head:
            self._remember(connection)
        return bool(self._new(connection))

    def extend(self, connection: Connection, now: datetime) -> int:
        """Chain what waits, at most `MOST` entries, within a transaction; return how many there were."""
        if (head := head_of(connection)) != self._head:
            self._remember(connection)
        if not (waiting := self._waiting(connection)):
            return 0
        members = [Member(row["seq"], digest_of(dict(row))) for row in waiting]
        self._add(connection, head, members, now)
        return len(members)

    def _new(self, connection: Connection) -> list[int]:
        above = select(audit.c.seq).where(audit.c.seq > self._top - WINDOW).order_by(audit.c.seq)
        numbers = connection.scalars(above.limit(WINDOW + MOST))
        return [number for number in numbers if number not in self._recent][:MOST]

    def _waiting(self, connection: Connection) -> list[RowMapping]:
        if not (new := self._new(connection)):
            return []
        return list(
            connection.execute(select(audit).where(audit.c.seq.in_(new)).order_by(audit.c.seq)).mappings()
        )

    def _add(self, connection: Connection, head: Head, members: list[Member], now: datetime) -> None:
        body = packed(members)
        after = Head(head.block + 1, head.entries + len(members), link(head.hash, body))
        top = max(self._top, members[-1].seq)
        row = {"number": after.block, "at": now, "entries": after.entries, "last": top}
        connection.execute(insert(audit_blocks).values(**row, members=body, hash=after.hash))
        self._head, self._top = after, top
        self._recent.update(each.seq for each in members)
        if len(self._recent) > 2 * (WINDOW + MOST):
            self._recent = {seq for seq in self._recent if seq > top - WINDOW}

    def _remember(self, connection: Connection) -> None:
        """Read anew what was chained last: this is a start, or another relay went on meanwhile."""
        self._head = head_of(connection)
        self._top = connection.scalar(select(func.max(audit_blocks.c.last))) or 0
        near = select(audit_blocks.c.members).where(audit_blocks.c.last > self._top - WINDOW)
        members = (each for body in connection.scalars(near) for each in unpacked(body))
        self._recent = {each.seq for each in members if each.seq > self._top - WINDOW}
