"""A hostile neighbour where each has a user of its own: forged events, forged manifests; and a lost node."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import AMQPError
from sqlalchemy import select

from chungtay.broker.members import Member
from chungtay.broker.model import Broker
from chungtay.broker.private_node import private_node, server_program
from contracts.calls import Call
from contracts.envelope import Envelope
from gateway.bus.rabbit import RabbitBus
from gateway.catalog import Catalog
from gateway.http.errors import UnknownRoute
from gateway.listening import listener
from shared.bus.manifest_stream import FROM_THE_FIRST, MARK, mark
from shared.bus.topology import ALL_MANIFESTS, MANIFESTS
from shared.example import Notes, NoteWritten, WriteNote, service, write_note
from shared.tables import inbox
from shared.testing import actor, work_in
from support.running import broker_running, broker_with_definitions, temporary_home

AwaitTrue = Callable[..., None]
NOTE = "example.note_written.v1"
MEMBERS = (
    Member(service="example", tells=(NOTE,), hears=(NOTE, "neighbour.note_written.v1")),
    Member(service="neighbour", tells=("neighbour.note_written.v1",), hears=()),
)
CALL = Call(name="count_notes", payload={"board": "b"}, correlation_id="cor_1")


@pytest.fixture(scope="module")
def given() -> Iterator[Broker]:
    with broker_with_definitions(MEMBERS) as running:
        yield running


@pytest.fixture
def victim(given: Broker, tmp_path: Path, agency_of: Callable[..., Any]) -> Any:
    """Give the example service, prepared, with users of its own."""
    return agency_of(
        tmp_path,
        given.address_of("example"),
        relay_url=given.address_of("example-relay"),
        BROKER_TOPOLOGY="given",
    )


@pytest.fixture
def neighbour(given: Broker) -> Iterator[Callable[[str], BlockingChannel]]:
    """Give the way to log in as one of the neighbour's users."""
    opened: list[pika.BlockingConnection] = []

    def log_in(user: str) -> BlockingChannel:
        opened.append(pika.BlockingConnection(pika.URLParameters(given.address_of(user))))
        channel = opened[-1].channel()
        channel.confirm_delivery()
        return channel

    yield log_in
    for connection in opened:
        with suppress(AMQPError):
            connection.close()


def forged(board: str) -> bytes:
    """A note that nobody wrote, as if the example service had told it."""
    note, now = NoteWritten(board=board, number=99), datetime.now(UTC)
    return Envelope(
        id=f"evt_forged_{board}", source="/example", type=note.wire_type(), subject=board, time=now,
        dataschema=note.schema_address(), data=note.model_dump(), partitionkey=board, correlationid="cor_1",
        agency="btt-mttq-tinh", occurredon=now.date(),
    ).encode()  # fmt: skip


def write(agency: Any, board: str) -> None:
    with agency.database.transaction() as session:
        write_note(WriteNote(board=board, text="genuine"), work_in(service, session, actor("btt-mttq-tinh")))


def heard(agency: Any, board: str) -> list[int]:
    with agency.database.reading() as session:
        return Notes(work_in(service, session)).heard(board)


def parked(agency: Any, body: bytes) -> list[str]:
    with agency.database.reading() as session:
        return list(session.scalars(select(inbox.c.error).where(inbox.c.envelope == body)))


def test_a_neighbour_who_speaks_in_anothers_name_is_kept_apart_and_stops_nobody(
    victim: Any, neighbour: Callable[[str], BlockingChannel], await_true: AwaitTrue
) -> None:
    """A3: its own exchange, its own key to which the victim listens, the victim's name in the body."""
    body, honest = forged("a"), pika.BasicProperties(user_id="neighbour-relay")
    with victim.host(), victim.relay():
        neighbour("neighbour-relay").basic_publish("neighbour.events", "note_written.v1", body, honest)
        await_true(lambda: bool(parked(victim, body)), "the forged event kept")
        write(victim, "a")
        await_true(lambda: heard(victim, "a") == [1], "the genuine event of the same key")
    assert parked(victim, body) == ["mistrusted: exchange, user"]


@pytest.mark.parametrize(
    ("user", "exchange", "key"),
    [
        ("neighbour-relay", "example.events", "note_written.v1"),
        ("neighbour-relay", "all.events", "note_written.v1"),
        ("neighbour-relay", "", "example.inbox"),
        ("neighbour", "example.events", "note_written.v1"),
        ("neighbour", "nameko-rpc", "example.command"),
        ("example", "example.events", "note_written.v1"),
    ],
)
def test_the_broker_lets_nobody_publish_past_the_sources_relay(
    neighbour: Callable[[str], BlockingChannel], user: str, exchange: str, key: str
) -> None:
    with pytest.raises(pika.exceptions.ChannelClosedByBroker, match="ACCESS_REFUSED"):
        neighbour(user).basic_publish(exchange, key, forged("x"))


def test_a_neighbours_manifest_of_another_service_changes_nothing(
    given: Broker, victim: Any, neighbour: Callable[[str], BlockingChannel]
) -> None:
    """A5: the routes of the victim, taken away by whoever may publish a manifest."""

    async def scene() -> None:
        catalog = Catalog()
        async with gateway(given, catalog):
            await until(lambda: knows(catalog, "example"))
            genuine = catalog.service("example")
            stolen = genuine.model_copy(update={"commands": [], "queries": [], "version": "stolen"})
            publish(stolen.model_dump(), "neighbour")
            publish({**genuine.model_dump(), "service": "neighbour"}, "neighbour")
            await until(lambda: knows(catalog, "neighbour"))
            assert catalog.service("example") == genuine

    def publish(manifest: dict[str, Any], user: str) -> None:
        told = pika.BasicProperties(user_id=user)
        neighbour(user).basic_publish(ALL_MANIFESTS, "", json.dumps(manifest).encode(), told)

    with victim.host():
        asyncio.run(scene())


def test_a_host_publishes_what_is_known_already_once(
    given: Broker, victim: Any, await_true: AwaitTrue
) -> None:
    """It looks, each time it finds the broker, and publishes what it does not find."""
    looked, _ = marks_and_manifests(given)
    for times in (1, 2):
        with victim.host():
            await_true(
                lambda n=times: marks_and_manifests(given)[0] == looked + n, "the host's look at the stream"
            )
            await_true(lambda: marks_and_manifests(given)[1] == 1, "its manifest in the stream")
    assert marks_and_manifests(given)[1] == 1


def test_a_node_that_lost_everything_is_known_to_everybody_again(
    tmp_path: Path, agency_of: Callable[..., Any]
) -> None:
    """B10: the node comes back with its definitions and no data, while host and gateway go on running."""
    server = server_program()
    if server is None:
        pytest.skip("this machine has no rabbitmq-server")

    async def answered(broker: Broker) -> None:
        catalog = Catalog()
        async with gateway(broker, catalog) as bus:
            await until(lambda: knows(catalog, "example"))
            await until(lambda: bus.knows_services)
            async with asyncio.timeout(60):
                while not await bus.listeners("example"):  # noqa: ASYNC110 - the broker tells nobody
                    await asyncio.sleep(0.1)
            reply = await bus.call(catalog.service("example"), "query", CALL)
            assert reply.answer == {"written": 0, "heard": 0}

    with temporary_home() as home:
        broker = private_node(home, server, MEMBERS)
        agency = agency_of(tmp_path, broker.address_of("example"), BROKER_TOPOLOGY="given")
        with agency.host() as host:
            for _ in range(2):
                with broker_running(home, broker):
                    asyncio.run(answered(broker))
                shutil.rmtree(home.broker / "data")
            assert host.poll() is None


def knows(catalog: Catalog, name: str) -> bool:
    try:
        return bool(catalog.service(name))
    except UnknownRoute:
        return False


def marks_and_manifests(broker: Broker) -> tuple[int, int]:
    """Count the marks and the manifests of the example service in the stream."""
    connection = pika.BlockingConnection(pika.URLParameters(broker.address_of("gateway")))
    channel, seen, end = connection.channel(), list[pika.BasicProperties](), mark("gateway")
    channel.basic_qos(prefetch_count=10)

    def keep(_channel: BlockingChannel, method: Any, properties: pika.BasicProperties, _body: bytes) -> None:
        channel.basic_ack(method.delivery_tag)
        seen.append(properties)

    channel.basic_consume(MANIFESTS, keep, arguments=FROM_THE_FIRST)
    channel.basic_publish(ALL_MANIFESTS, "", b"", end)
    while end.message_id not in {each.message_id for each in seen}:
        connection.process_data_events(time_limit=1)
    with suppress(AMQPError):
        connection.close()
    own = [each.type == MARK for each in seen if each.user_id == "example"]
    return own.count(True), own.count(False)


@asynccontextmanager
async def gateway(broker: Broker, catalog: Catalog) -> AsyncIterator[RabbitBus]:
    """Run a gateway's bus."""
    bus = RabbitBus(broker.address_of("gateway"), 10, listener(catalog, users_apart=True), declares=False)
    running = asyncio.create_task(bus.run())
    try:
        yield bus
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def until(true: Callable[[], bool], seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is awaited has no event of its own
            await asyncio.sleep(0.05)
