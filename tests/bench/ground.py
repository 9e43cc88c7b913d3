"""What every case stands on: a database, events of the example service, a queue filled beforehand."""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path

import httpx
import pika
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pika.adapters.blocking_connection import BlockingChannel

from contracts.envelope import CONTENT_TYPE, Envelope
from shared import tables
from shared.bus.proving import Keys, Prover
from shared.bus.queues import declare
from shared.bus.sealing import GROUP, HEADER, seal
from shared.bus.topology import ALL_EVENTS, exchange_of, inbox_of
from shared.bus.trust import Trust
from shared.database import Database
from shared.example import NoteWritten, service
from shared.ids import new_id
from shared.key_registry import PublicKey, register
from shared.signing import SigningKey

KEYS = 1000
FIGURE = "figure"
Role = Callable[[str, Path], float | dict[str, float]]


def envelopes(count: int) -> Iterator[Envelope]:
    """Make notes of a thousand boards, numbered on each."""
    for index in range(count):
        note = NoteWritten(board=f"board-{index % KEYS}", number=index // KEYS)
        yield Envelope(
            id=new_id("evt"),
            source="/example",
            type=note.wire_type(),
            subject=note.subject,
            time=datetime.now(UTC),
            dataschema=note.schema_address(),
            data=note.model_dump(mode="json"),
            partitionkey=note.subject,
            correlationid=new_id("cor"),
            agency="btt-mttq-tinh",
            occurredon=date(2017, 6, 16),
            duties="",
        )


def signing_key() -> SigningKey:
    """Return the example service's key, the same in every process: a journal outlives its case."""
    key = Ed25519PrivateKey.from_private_bytes(sha256(b"synthetic").digest())
    return SigningKey("example", "example-00000000bec40000", key)


def believing(home: Path) -> Trust:
    """Return what a receiver checks who knows the key of the example service."""
    register(PublicKey.of(signing_key(), datetime(2017, 1, 1, tzinfo=UTC)), home)
    return Trust(users_apart=False, prover=Prover(Keys(home)))


def signed(found: Iterable[Envelope]) -> Iterator[tuple[Envelope, bytes]]:
    """Give events with their proofs, signed in groups as a relay does."""
    key, left = signing_key(), iter(found)
    while group := list(islice(left, GROUP)):
        yield from zip(group, seal(key, [each.encode() for each in group], datetime.now(UTC)), strict=True)


def new_database(folder: Path) -> Database:
    """Make an empty database with the tables of the chassis and of the example."""
    path = folder / "bench.db"
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    database = Database(f"sqlite:///{path}")
    tables.metadata.create_all(database.engine)
    service.tables.create_all(database.engine)
    return database


def bare_sqlite(path: Path) -> sqlite3.Connection:
    """Open a database as the chassis does, and as a careful peer would."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


@contextmanager
def channel(amqp_url: str) -> Iterator[BlockingChannel]:
    """Open a channel with confirms."""
    connection = pika.BlockingConnection(pika.URLParameters(amqp_url))
    try:
        opened = connection.channel()
        declare(opened, service)
        yield opened
    finally:
        connection.close()


def fill(opened: BlockingChannel, queue: str, count: int, content_type: str = CONTENT_TYPE) -> None:
    """Put events into an empty queue; all are there when this returns."""
    properties = pika.BasicProperties(
        content_type=content_type, delivery_mode=pika.DeliveryMode.Persistent, content_encoding="utf-8"
    )
    opened.queue_purge(queue)
    exchange = ""
    if queue == inbox_of(service.name):  # what did not come from the service's exchange is not believed
        exchange = exchange_of(service.name)
        opened.exchange_unbind(ALL_EVENTS, exchange, "#")
    for envelope, proof in signed(envelopes(count)):
        properties.headers = {HEADER: proof}
        key = envelope.routing_key if exchange else queue
        opened.basic_publish(exchange, key, envelope.encode(), properties)
    wait_for_depth(opened, queue, count)


def wait_for_depth(opened: BlockingChannel, queue: str, count: int) -> None:
    """Wait until a queue holds so many."""
    while opened.queue_declare(queue, passive=True).method.message_count < count:
        opened.connection.process_data_events(time_limit=0.05)


def wait_for(url: str) -> None:
    """Wait until an address answers with success."""
    while not _answers(url):
        time.sleep(0.1)


def _answers(url: str) -> bool:
    try:
        return httpx.get(url).is_success
    except httpx.TransportError:
        return False


def report(roles: Mapping[str, Role]) -> None:
    """Run the role that the command line names, print its figures, and end whatever still runs."""
    role, amqp_url, folder = sys.argv[1:4]
    found = roles[role](amqp_url, Path(folder))
    figures = found if isinstance(found, dict) else {FIGURE: found}
    sys.stdout.write(f"{json.dumps(figures)}\n")
    sys.stdout.flush()
    os._exit(0)
