"""A host whose database is away, whose queue brings rubbish, or that is told to stop amid a reaction."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel
from sqlalchemy import select

from contracts.envelope import Envelope
from shared.bus.sealing import HEADER, seal
from shared.example import Notes, service
from shared.tables import inbox, outbox
from shared.testing import work_in
from support.example_events import note
from support.postgres import Cluster, programs

AwaitTrue = Callable[..., None]
QUEUE, EXCHANGE, KEY = "example.inbox", "example.events", "note_written.v1"
BACKLOG = 2500
SLOW = """
import pathlib, time
from dataclasses import replace
from shared import example
from shared.service import Feature, reaction

@reaction(example.NoteWritten)
def hear_slowly(note, work):
    pathlib.Path("{home}/begun").touch()
    while not pathlib.Path("{home}/go").exists():
        time.sleep(0.01)
    example.hear_of_note.act(note, work)

service = replace(example.service, features=[Feature(reactions=[hear_slowly])])
"""


def enrol(agency: Any, *bodies: bytes) -> None:
    """Let the outbox know what was told: else the service would find that its database is an old one."""
    with agency.database.transaction() as session:
        for body in bodies:
            event = Envelope.decode(body)
            session.execute(outbox.insert().values(**row_of(event), published_at=datetime.now(UTC)))


def row_of(event: Envelope) -> dict[str, Any]:
    return {
        "event_id": event.id,
        "type": event.type,
        "key": event.partitionkey,
        "envelope": event.encode(),
        "created_at": event.time,
    }


def send(agency: Any, channel: BlockingChannel, *bodies: bytes) -> None:
    """Publish as the relay would, and sign together what is sent together."""
    for body, proof in zip(bodies, seal(agency.signing_key, list(bodies), datetime.now(UTC)), strict=True):
        told = pika.BasicProperties(delivery_mode=2, headers={HEADER: proof})
        channel.basic_publish(EXCHANGE, KEY, body, told, mandatory=True)


def left(channel: BlockingChannel) -> tuple[int, int]:
    """Messages that wait, and consumers."""
    found = channel.queue_declare(QUEUE, passive=True).method
    return found.message_count, found.consumer_count


def heard(agency: Any, board: str) -> list[int]:
    with agency.database.reading() as session:
        return Notes(work_in(service, session)).heard(board)


def states(agency: Any) -> dict[bytes, str]:
    with agency.database.reading() as session:
        return {row.envelope: row.state for row in session.execute(select(inbox))}


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    """Give a PostgreSQL that the test may stop."""
    with tempfile.TemporaryDirectory(prefix="chungtay-") as folder:
        cluster = Cluster(Path(folder), programs())
        cluster.create()
        yield cluster
        cluster.stop()


def test_rubbish_is_stored_raw_and_stops_nobody(
    example: Any, channel: BlockingChannel, await_true: AwaitTrue
) -> None:
    rubbish = [b"", b"\xff\x00", b"[1]", b'{"specversion": "1.0"}', b"\x1f\x8b" + bytes(200_000)]
    enrol(example, note("b", 1), note("b", 2))
    send(example, channel, note("b", 1), *rubbish, note("b", 2))
    with example.host():
        await_true(lambda: heard(example, "b") == [1, 2], "the notes around the rubbish")
        await_true(lambda: left(channel)[0] == 0, "all taken from the queue")
    found = states(example)
    assert {found.pop(body) for body in rubbish} == {"parked"}
    assert list(found.values()) == ["done", "done"]
    assert left(channel) == (0, 0)


@pytest.mark.usefixtures("postgres")
def test_a_database_that_is_away_pauses_host_and_relay_until_it_is_back(
    agency: Callable[..., Any], own_cluster: Cluster, channel: BlockingChannel, await_true: AwaitTrue
) -> None:
    example = agency(database_url=own_cluster.database("example"))
    with example.host() as host, example.relay() as relay:
        await_true(lambda: "inbox ready" in example.log("shared.host"), "the inbox ready")
        enrol(example, note("b", 1))
        own_cluster.stop()
        send(example, channel, note("b", 1))
        await_true(lambda: "inbox paused" in example.log("shared.host"), "the inbox paused")
        await_true(lambda: "relay paused" in example.log("shared.bus.relay"), "the relay paused")
        assert left(channel) == (1, 0)
        assert example.log("shared.host").count("inbox ready") == 1, (
            "it took nothing while it could store nothing"
        )
        assert (host.poll(), relay.poll()) == (None, None)
        own_cluster.start()
        await_true(lambda: heard(example, "b") == [1], "the note heard after all")
        with example.database.transaction() as session:
            session.execute(
                outbox.insert().values(
                    event_id="evt_b_2",
                    type="example.note_written.v1",
                    key="b",
                    envelope=note("b", 2),
                    created_at=datetime.now(UTC),
                )
            )
        await_true(lambda: heard(example, "b") == [1, 2], "the note that the relay told")
    assert left(channel) == (0, 0)


def test_a_host_that_stops_before_a_full_queue_leaves_it_in_order(
    example: Any, channel: BlockingChannel, await_true: AwaitTrue
) -> None:
    """What it has received and not stored goes back; it must not come again behind what was sent later."""
    notes = [note("b", number) for number in range(BACKLOG)]
    enrol(example, *notes)
    send(example, channel, *notes)
    with example.host():
        await_true(lambda: bool(states(example)), "the first notes stored")
    with example.host():
        await_true(lambda: len(heard(example, "b")) == BACKLOG, "all notes heard")
    assert heard(example, "b") == list(range(BACKLOG))


def test_a_host_that_is_told_to_stop_ends_the_reaction_that_it_has_begun(
    agency: Callable[..., Any], tmp_path: Path, channel: BlockingChannel, await_true: AwaitTrue
) -> None:
    (tmp_path / "slow.py").write_text(SLOW.format(home=tmp_path), encoding="utf-8")
    example = agency(module="slow")
    with example.host() as host:
        await_true(lambda: "inbox ready" in example.log("shared.host"), "the inbox ready")
        enrol(example, note("b", 1))
        send(example, channel, note("b", 1))
        await_true((tmp_path / "begun").exists, "the reaction begun")
        host.terminate()
        await_true(lambda: left(channel) == (0, 0), "nothing taken any more")
        assert host.poll() is None
        (tmp_path / "go").touch()
        assert host.wait(30) == 0
    assert heard(example, "b") == [1]
    assert set(states(example).values()) == {"done"}
