"""Attacks A8, A9 on a real broker: a queue that is deleted behind a slow link, a database of last night."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from pika.adapters.blocking_connection import BlockingChannel
from sqlalchemy import func, select

from faults.proxy import Proxy, Weather
from shared.bus.place import Place, keep, place_in
from shared.bus.topology import JOURNAL, declare_journal
from shared.example import Notes, WriteNote, service, write_note
from shared.operations.journal_verbs import THE_FIRST
from shared.tables import outbox
from shared.testing import actor, work_in

AwaitTrue = Callable[..., None]
QUEUE = "example.inbox"
EVENTS = 100
SLOW_BYTES = 6_000  # a second: a hundred events of a kilobyte take far longer than any pause


def write(agency: Any, *numbers: int) -> None:
    with agency.database.transaction() as session:
        for number in numbers:
            work = work_in(service, session, actor("btt-mttq-tinh"))
            write_note(WriteNote(board="b", text=f"note {number}"), work)


def heard(agency: Any) -> list[int]:
    with agency.database.reading() as session:
        return Notes(work_in(service, session)).heard("b")


def waiting(agency: Any) -> int:
    with agency.database.reading() as session:
        unpublished = select(func.count()).select_from(outbox).where(outbox.c.published_at.is_(None))
        return session.scalar(unpublished) or 0


def place(agency: Any) -> Place:
    with agency.database.reading() as session:
        return place_in(session) or Place()


def tell(agency: Any, await_true: AwaitTrue, *numbers: int) -> None:
    """Write notes and have them published, while the host is away."""
    write(agency, *numbers)
    with agency.relay():
        await_true(lambda: waiting(agency) == 0, "all published")


def copied(source: Path, target: Path) -> None:
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)


@pytest.fixture
def proxy(broker: str) -> Iterator[tuple[Proxy, str]]:
    """Give a proxy before the broker, and the broker's address through it."""
    parts = urlsplit(broker)
    made = Proxy(parts.port or 5672)
    link = made.link("example")
    where = parts.netloc.rpartition("@")[0] + f"@127.0.0.1:{link.port}"
    yield made, urlunsplit(parts._replace(netloc=where))
    made.close()


def test_a_queue_deleted_behind_a_slow_link_loses_nothing(
    agency: Callable[..., Any],
    broker: str,
    proxy: tuple[Proxy, str],
    channel: BlockingChannel,
    await_true: AwaitTrue,
) -> None:
    """A8: the gap was closed when nothing had come for two seconds."""
    example = agency(relay_url=broker)
    with example.host():
        await_true(lambda: "inbox ready" in example.log("shared.host"), "the inbox ready")
    channel.queue_delete(QUEUE)
    tell(example, await_true, *range(EVENTS))
    link, example.amqp_url = proxy
    link.change("example", Weather(bandwidth=SLOW_BYTES))
    with example.host():
        await_true(lambda: len(heard(example)) > 0, "the first notes", limit=60)
        link.change("example", Weather(down=True))
        link.change("example", Weather(bandwidth=SLOW_BYTES * 20))
        await_true(lambda: len(heard(example)) == EVENTS, "every note, though the link broke", limit=90)
    assert heard(example) == list(range(1, EVENTS + 1))


def test_a_restored_database_misses_nothing_and_acts_only_when_its_operator_has_decided(
    example: Any, await_true: AwaitTrue, tmp_path: Path
) -> None:
    """A9: funds restored to 2 of its 60 events told nobody, and what was repeated counted twice."""
    tell(example, await_true, 1, 2)
    with example.host():
        await_true(lambda: len(heard(example)) == 2, "two notes")
    copied(tmp_path / "example.db", tmp_path / "backup.db")
    tell(example, await_true, *range(3, 9))
    with example.host():
        await_true(lambda: len(heard(example)) == 8, "all notes")
    for old in tmp_path.glob("example.db*"):
        old.unlink()
    copied(tmp_path / "backup.db", tmp_path / "example.db")
    example.database.engine.dispose()
    with example.host():
        await_true(lambda: place(example).taken_back == 6, "the lost acts found")
        await_true(lambda: "own events that the database lacks" in example.log("shared.host"), "an alarm")
        await_true(lambda: "inbox ready" in example.log("shared.host").rsplit("taken", 1)[-1], "ready")
        assert len(heard(example)) == 2, "nothing is applied before the operator has decided"
        with example.database.transaction() as session:
            keep(session, taken_back=0)
        await_true(lambda: len(heard(example)) == 8, "what the inbox had lost is applied")
    assert heard(example) == list(range(1, 9))
    with example.database.reading() as session:
        told = select(func.count()).select_from(outbox).where(outbox.c.type == "example.note_written.v1")
        assert session.scalar(told) == 8


def test_a_broker_set_up_anew_stops_the_processing_until_its_loss_is_accepted(
    example: Any, channel: BlockingChannel, await_true: AwaitTrue
) -> None:
    tell(example, await_true, 1)
    with example.host():
        await_true(lambda: len(heard(example)) == 1, "one note")
    channel.queue_delete(JOURNAL)
    declare_journal(channel)
    tell(example, await_true, 2)
    with example.host() as host:
        await_true(lambda: place(example).lacking == "replaced", "the loss noticed")
        assert len(heard(example)) == 1
        assert host.poll() is None
        with example.database.transaction() as session:
            session.execute(outbox.update().values(published_at=None))
        with example.relay():
            await_true(lambda: waiting(example) == 0, "all told again")
        with example.database.transaction() as session:
            keep(session, lacking=None, since=THE_FIRST)
        await_true(lambda: len(heard(example)) == 2, "the second note")
    assert heard(example) == [1, 2]
