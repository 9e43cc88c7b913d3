"""The relay on the wire: what a message looks like, and an event that the broker refuses."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel
from sqlalchemy import func, select

from shared import tables
from shared.bus import topology
from shared.bus.doorbell import Doorbell
from shared.bus.relay import BATCH, Relay
from shared.database import Database
from shared.tables import outbox, refused_keys

AwaitTrue = Callable[..., None]
SERVICE = "relaytest"
SEEN = "relaytest-seen"


@pytest.fixture
def seen(channel: BlockingChannel) -> Iterator[str]:
    """Give a queue for `heard` events; other events of the service go nowhere, not even to the journal."""
    topology.declare_exchange(channel, SERVICE)
    channel.exchange_unbind(topology.ALL_EVENTS, topology.exchange_of(SERVICE), "#")
    channel.queue_declare(SEEN, durable=True)
    channel.queue_bind(SEEN, topology.exchange_of(SERVICE), "heard.v1")
    yield SEEN
    channel.queue_delete(SEEN)
    channel.exchange_delete(topology.exchange_of(SERVICE))


@pytest.fixture
def database(tmp_path: Path) -> Database:
    made = Database(f"sqlite:///{tmp_path}/relay.db")
    tables.metadata.create_all(made.engine)
    return made


@pytest.fixture
def relay(database: Database, broker: str, tmp_path: Path, seen: str) -> Iterator[Relay]:
    """Give a relay that runs in a thread."""
    assert seen
    made = Relay(SERVICE, database, broker, Doorbell(tmp_path / "bell"))
    thread = threading.Thread(target=made.run)
    thread.start()
    yield made
    made.stop()
    thread.join(30)
    assert not thread.is_alive()


def write(database: Database, name: str, key: str, count: int = 1) -> None:
    with database.transaction() as session:
        for number in range(count):
            session.execute(
                outbox.insert().values(
                    event_id=f"{key}-{number}",
                    type=f"{SERVICE}.{name}.v1",
                    key=key,
                    envelope=f"{key} {number} Đoàn kết\0".encode(),
                    created_at=datetime.now(UTC),
                )
            )


def waiting(database: Database) -> int:
    with database.reading() as session:
        rows = select(func.count()).select_from(outbox).where(outbox.c.published_at.is_(None))
        return session.scalar(rows) or 0


def refused(database: Database) -> list[tuple[str, str]]:
    with database.reading() as session:
        return [(row.key, row.cause) for row in session.execute(select(refused_keys))]


def taken(channel: BlockingChannel) -> tuple[Any, Any]:
    _, properties, body = channel.basic_get(SEEN, auto_ack=True)
    return properties, body


@pytest.mark.usefixtures("relay")
def test_bytes_and_properties_are_what_the_subscriber_needs(
    database: Database, broker: str, channel: BlockingChannel, await_true: AwaitTrue
) -> None:
    write(database, "heard", "a")
    await_true(lambda: waiting(database) == 0, "the event published")
    properties, body = taken(channel)
    assert body == "a 0 Đoàn kết\0".encode()
    assert properties.message_id == "a-0"
    assert properties.content_type == "application/cloudevents+json"
    assert properties.delivery_mode == 2
    assert properties.user_id == pika.URLParameters(broker).credentials.username


@pytest.mark.usefixtures("relay")
def test_an_event_that_the_broker_refuses_stays_and_holds_its_own_key_alone(
    database: Database, channel: BlockingChannel, await_true: AwaitTrue
) -> None:
    """Though the refused key alone fills more than a batch."""
    write(database, "unheard", "ill", BATCH + 1)
    write(database, "heard", "well", 3)
    await_true(lambda: waiting(database) == BATCH + 1, "the other key published")
    assert [taken(channel)[0].message_id for _ in range(3)] == ["well-0", "well-1", "well-2"]
    await_true(lambda: refused(database) == [("ill", "returned")], "the refused key noted")
    channel.queue_bind(SEEN, topology.exchange_of(SERVICE), "unheard.v1")
    await_true(lambda: waiting(database) == 0, "the refused key published")
    found = [taken(channel)[0].message_id for _ in range(BATCH + 1)]
    assert found == [f"ill-{number}" for number in range(BATCH + 1)]
    await_true(lambda: refused(database) == [], "nothing refused any more")


def test_a_relay_that_gets_no_answer_takes_a_new_channel(
    request: pytest.FixtureRequest, database: Database, monkeypatch: pytest.MonkeyPatch, await_true: AwaitTrue
) -> None:
    """B12: while anything is in flight nothing else is published, so one hung queue stopped them all."""
    answered, deaf = Relay._answered, [True]

    def hear(relay: Relay, frame: Any) -> None:
        if not deaf[0]:
            answered(relay, frame)

    def ready(relay: Relay, opened: Any) -> None:
        deaf[0] = relay._ready_since == 0.0
        begin(relay, opened)

    begin = Relay._ready
    monkeypatch.setattr(Relay, "_answered", hear)
    monkeypatch.setattr(Relay, "_ready", ready)
    monkeypatch.setattr("shared.bus.relay.ANSWER_SECONDS", 1.0)
    request.getfixturevalue("relay")
    write(database, "heard", "a", 2)
    await_true(lambda: waiting(database) == 0, "both published on the second channel")
    assert not deaf[0]
