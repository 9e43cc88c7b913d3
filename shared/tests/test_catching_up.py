"""Reading a journal of paper: what is fetched, in which order, and when the service must stop."""

from collections.abc import Generator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pika.exceptions import AMQPConnectionError
from sqlalchemy import select

from contracts.envelope import Envelope
from shared import tables
from shared.bus import journal
from shared.bus.catching_up import CatchingUp, JournalLacks
from shared.bus.journal import Found
from shared.bus.place import Lacking, keep
from shared.bus.topology import ALL_EVENTS, MARKS
from shared.bus.trust import Delivery, Trust
from shared.database import Database
from shared.example import NoteWritten, service

NOW = datetime(2026, 11, 25, tzinfo=UTC)
OTHER = "reporting"


class Paper:
    """A journal of paper: it gives a few messages at a time, forgets its first, and may break off."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, str, str, bytes]] = []
        self.first = 0
        self.breaks_after: int | None = None
        self.given = 0

    def tell(self, *numbers: int, service: str = "example") -> None:
        for number in numbers:
            self.messages.append(_message(number, service))

    def end(self, _url: str, _idle: Any = None) -> int:
        self.messages.append((MARKS, "", "", f"mark {len(self.messages)}".encode()))
        return len(self.messages) - 1

    def batches(
        self, _url: str, *, start: journal.Place, last: int | None, idle: Any
    ) -> Generator[list[Found], None, None]:
        idle()
        last = self.end("") if last is None else last
        begin = max(start if isinstance(start, int) else 0, self.first)
        for offset in range(begin, last + 1):
            if self.breaks_after is not None and self.given >= self.breaks_after:
                raise AMQPConnectionError
            self.given += 1
            exchange, key, message_id, body = self.messages[offset]
            delivery = Delivery(body, exchange, key, None)
            yield [Found(offset, delivery, message_id or None, f"digest of {message_id} {body!r}")]


def _message(number: int, source: str) -> tuple[str, str, str, bytes]:
    told = NoteWritten(board="b", number=number)
    envelope = Envelope(
        id=f"evt_{source}_{number}",
        source=f"/{source}",
        type=told.wire_type().replace("example.", f"{source}."),
        subject="b",
        time=NOW,
        dataschema=told.schema_address(),
        data=told.model_dump(),
        partitionkey="b",
        correlationid="cor_1",
        agency="btt-mttq-tinh",
        occurredon=date(2026, 11, 25),
    )
    return f"{source}.events", envelope.routing_key, envelope.id, envelope.encode()


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Paper:
    made = Paper()
    monkeypatch.setattr("shared.bus.journal.end", made.end)
    monkeypatch.setattr("shared.bus.journal.batches", made.batches)
    return made


@pytest.fixture
def database() -> Database:
    made = Database("sqlite://")
    tables.metadata.create_all(made.engine)
    return made


@pytest.fixture
def host(database: Database) -> CatchingUp:
    return CatchingUp(service, database, "amqp://paper", Trust(users_apart=False), clock=lambda: NOW)


def kept(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(tables.inbox.c.event_id).order_by(tables.inbox.c.seq)))


def told(database: Database, *numbers: int) -> None:
    """Let the outbox know its own events."""
    with database.transaction() as session:
        for number in numbers:
            _, _, event_id, body = _message(number, "example")
            row = {"event_id": event_id, "type": "t", "key": "b", "envelope": body, "created_at": NOW}
            session.execute(tables.outbox.insert().values(**row))


def test_a_new_service_reads_everything_and_the_next_proof_only_what_is_new(
    paper: Paper, database: Database, host: CatchingUp
) -> None:
    told(database, 1, 2, 3)
    paper.tell(1, 2)
    assert host.prove() == 2
    paper.tell(3)
    paper.given = 0
    assert host.prove() == 1
    assert paper.given == 3, "the mark that was read last, the new event, the new mark"
    assert kept(database) == ["evt_example_1", "evt_example_2", "evt_example_3"]
    assert host.prove() == 0


def test_a_link_that_breaks_keeps_what_was_read_and_goes_on_from_there(
    paper: Paper, database: Database, host: CatchingUp
) -> None:
    """A8: what came within two seconds was taken for all there is."""
    told(database, *range(10))
    paper.tell(*range(10))
    paper.breaks_after = 4
    with pytest.raises(AMQPConnectionError):
        host.prove()
    place = host.place()
    assert place is not None
    assert (place.offset, place.proved_at, len(kept(database))) == (3, None, 4)
    paper.breaks_after, paper.given = None, 0
    assert host.prove() == 6
    assert paper.given == 9, "what was read last, six events, two marks: not from the first"
    assert kept(database) == [f"evt_example_{number}" for number in range(10)]


def test_a_restored_database_is_given_what_it_lacks_in_order(
    paper: Paper, database: Database, host: CatchingUp
) -> None:
    """A9: the queue stands, and what was acknowledged since the backup is in no queue."""
    told(database, *range(6))
    paper.tell(*range(3))
    host.prove()
    before = host.place()
    assert before is not None
    paper.tell(3, 4, 5)
    host.prove()
    with database.transaction() as session:  # last night's database
        session.execute(tables.inbox.delete().where(tables.inbox.c.event_id > "evt_example_2"))
        keep(session, offset=before.offset, digest=before.digest)
    assert host.prove() == 3
    assert kept(database) == [f"evt_example_{number}" for number in range(6)]


def test_a_journal_that_forgot_what_is_wanted_says_so(
    paper: Paper, database: Database, host: CatchingUp
) -> None:
    told(database, *range(9))
    paper.tell(0, 1)
    host.prove()
    paper.tell(*range(2, 9))
    paper.first = 5
    with pytest.raises(JournalLacks):
        host.prove()
    place = host.place()
    assert place is not None
    assert (place.lacking, place.wanted, place.found) == (Lacking.FORGOTTEN, 3, 5)
    assert kept(database) == ["evt_example_0", "evt_example_1"], "nothing that came later is stored"


@pytest.mark.parametrize("events", [0, 30])
def test_a_journal_that_was_set_up_anew_is_not_taken_for_the_old_one(
    paper: Paper, database: Database, host: CatchingUp, events: int
) -> None:
    told(database, *range(40))
    paper.tell(*range(5))
    host.prove()
    paper.messages.clear()
    paper.tell(*range(5, 5 + events))
    with pytest.raises(JournalLacks) as lack:
        host.prove()
    assert lack.value.lacking == Lacking.REPLACED


def test_a_loss_that_is_accepted_is_read_past(paper: Paper, database: Database, host: CatchingUp) -> None:
    told(database, *range(9))
    paper.tell(*range(9))
    paper.first = 4
    with pytest.raises(JournalLacks):
        host.prove()
    with database.transaction() as session:
        keep(session, since=NOW)
    assert host.prove() == 5
    place = host.place()
    assert place is not None
    assert (place.lacking, place.since) == (None, None)


def test_a_type_that_an_update_adds_is_filled_from_the_first_and_only_it(
    paper: Paper, database: Database, host: CatchingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(database, 1, 2, 3)
    bound: list[tuple[str, str]] = [("example.events", "note_written.v1")]
    monkeypatch.setattr("shared.bus.catching_up.bindings_of", lambda _: bound)
    paper.tell(1, service=OTHER)
    paper.tell(1, 2)
    host.prove()
    assert kept(database) == ["evt_example_1", "evt_example_2"]
    bound.append((f"{OTHER}.events", "note_written.v1"))
    updated = CatchingUp(service, database, "amqp://paper", host.trust, clock=lambda: NOW)
    assert updated.prove() == 1
    assert kept(database) == ["evt_example_1", "evt_example_2", f"evt_{OTHER}_1"]
    assert updated.prove() == 0


def test_a_mark_is_nobodys_event(
    paper: Paper, database: Database, host: CatchingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may put marks could else tell the whole province anything."""
    monkeypatch.setattr("shared.bus.catching_up.bindings_of", lambda _: [(ALL_EVENTS, "#")])
    _, key, event_id, body = _message(1, OTHER)
    paper.messages.append((MARKS, key, event_id, body))
    assert host.prove() == 0
    assert kept(database) == []


def test_own_events_that_the_outbox_lacks_are_taken_back_as_published_and_counted(
    paper: Paper, database: Database, host: CatchingUp
) -> None:
    told(database, 1)
    paper.tell(1, 2, 3)
    host.prove()
    with database.reading() as session:
        rows = session.execute(select(tables.outbox).order_by(tables.outbox.c.seq)).all()
    assert [(row.event_id, row.published_at) for row in rows[1:]] == [
        ("evt_example_2", NOW),
        ("evt_example_3", NOW),
    ]
    assert rows[1].envelope == paper.messages[1][3]
    place = host.place()
    assert place is not None
    assert place.taken_back == 2
    host.prove()
    again = host.place()
    assert again is not None
    assert again.taken_back == 2, "each is counted once"


def test_who_is_told_to_stop_reads_no_further(paper: Paper, host: CatchingUp) -> None:
    def stop() -> None:
        raise journal.JournalAway

    paper.tell(1)
    host.idle = stop
    with pytest.raises(journal.JournalAway):
        host.prove()
