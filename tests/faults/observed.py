"""Reading the databases of all services: what was told, what was heard, what was answered."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Row, Table, select
from sqlalchemy.orm import Session

from faults.members import Member
from shared.bus.auditing import EVENT
from shared.bus.inbox import State
from shared.bus.trust import NO_EVENTS
from shared.database import Database
from shared.tables import answers, audit, inbox, outbox

DONE = "done"
TIMER = "timer"
INJECTED = "injected"


class Told(NamedTuple):
    """An event of an outbox: its place there, and what it says of itself."""

    seq: int
    source: str
    key: str
    type: str
    correlation: str
    causation: str | None
    duties: tuple[str, ...]
    data: dict[str, Any]


class Heard(NamedTuple):
    """An event of an inbox, in the order of its storing; `event_id` is the envelope's own."""

    seq: int
    source: str
    event_id: str


class Open(NamedTuple):
    """An event of an inbox that is not done. The last fields say where it stands, and why."""

    seq: int
    source: str
    event_id: str
    state: str
    error: str | None


@dataclass
class ObservedService:
    """What one service's database holds. `read` adds what came since the last reading.

    `done` counts the audit's entries of commands carried out, by correlation; the driver gives each act
    its key as correlation. `ticks` are the correlations of what the service did by its calendar, `periods`
    each such act with the digest of its period.
    """

    member: Member
    database: Database
    told: dict[str, Told] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    heard_ids: set[tuple[str, str]] = field(default_factory=set)
    done: Counter[str] = field(default_factory=Counter)
    answered: set[str] = field(default_factory=set)
    ticks: set[str] = field(default_factory=set)
    periods: list[tuple[str, str]] = field(default_factory=list)
    unpublished: int = 0
    open: list[Open] = field(default_factory=list)
    _read: dict[str, int] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The source that its events name."""
        return f"/{self.member.name}"

    def read(self) -> None:
        """Read what is new, and everything that may have changed. Raises SQLAlchemyError."""
        with self.database.reading() as session:
            for row in self._new(session, outbox):
                self._tell(row)
            for row in self._new(session, inbox):
                self._hear(row)
            for row in self._new(session, audit):
                self._note(row)
            self._read_standing(session)

    @property
    def waiting(self) -> list[Open]:
        """What still waits to be applied."""
        return [each for each in self.open if each.state in {State.RECEIVED, State.RETRY}]

    def _new(self, session: Session, table: Table) -> list[Row[Any]]:
        last = self._read.get(table.name, 0)
        rows = list(session.execute(select(table).where(table.c.seq > last).order_by(table.c.seq)))
        if rows:
            self._read[table.name] = rows[-1].seq
        return rows

    def _tell(self, row: Row[Any]) -> None:
        said = json.loads(row.envelope)
        if said["correlationid"] == INJECTED:  # a fault put it there beside its telling
            return
        self.told[row.event_id] = Told(
            seq=row.seq,
            source=said["source"],
            key=row.key,
            type=row.type,
            correlation=said["correlationid"],
            causation=said.get("causationid"),
            duties=tuple(filter(None, said.get("duties", "").split(","))),
            data=said["data"],
        )

    def _note(self, row: Row[Any]) -> None:
        self.done[row.correlation] += row.outcome == DONE and row.user != EVENT
        if row.user == TIMER:
            self.ticks.add(row.correlation)
            self.periods.append((row.act, row.digest))

    def _hear(self, row: Row[Any]) -> None:
        own = row.event_id if row.source in NO_EVENTS else json.loads(row.envelope)["id"]
        self.heard.append(Heard(row.seq, row.source, own))
        self.heard_ids.add((row.source, own))

    def _read_standing(self, session: Session) -> None:
        self.answered = set(session.scalars(select(answers.c.key)))
        waiting = select(outbox.c.seq).where(outbox.c.published_at.is_(None))
        self.unpublished = len(session.execute(waiting).all())
        columns = (inbox.c.seq, inbox.c.source, inbox.c.event_id, inbox.c.state, inbox.c.error)
        rows = session.execute(select(*columns).where(inbox.c.state != State.DONE))
        self.open = [Open(*row) for row in rows]


@dataclass
class Observed:
    """What the databases of all services hold."""

    by_name: dict[str, ObservedService]

    @classmethod
    def of(cls, members: tuple[Member, ...], databases: dict[str, Database]) -> "Observed":
        """Take the databases; nothing is read yet."""
        return cls({each.name: ObservedService(each, databases[each.name]) for each in members})

    def __iter__(self) -> Iterator[ObservedService]:
        """Go through the services."""
        return iter(self.by_name.values())

    def read(self) -> None:
        """Read what is new in each database."""
        for service in self:
            service.read()

    @property
    def told(self) -> dict[tuple[str, str], Told]:
        """Every event of every outbox, by source and id."""
        return {(told.source, each): told for service in self for each, told in service.told.items()}

    @property
    def facts(self) -> int:
        """How many events were written with their facts."""
        return sum(len(service.told) for service in self)

    def missing(self) -> int:
        """Count what is still on its way: unpublished, not stored where it is heard, or not applied."""
        waiting = sum(service.unpublished + len(service.waiting) for service in self)
        return waiting + sum(len(unheard(service, self.told)) for service in self)


def unheard(service: ObservedService, told: dict[tuple[str, str], Told]) -> list[tuple[str, str]]:
    """Return the events that a service should have stored and has not."""
    hears = {
        wire_type: service.member.hears(wire_type) for wire_type in {each.type for each in told.values()}
    }
    return [each for each, said in told.items() if hears[said.type] and each not in service.heard_ids]
