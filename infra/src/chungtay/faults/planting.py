"""Putting foreign messages among the good ones, and an operator who clears up after them."""

from collections.abc import Iterable
from datetime import date

from chungtay.faults import operator, wire
from chungtay.faults.books import Book
from chungtay.faults.planted import GARBAGE_TYPE
from chungtay.faults.scene import Scene
from chungtay.waiting import wait_until
from contracts.envelope import Envelope
from contracts.funds.events import DriveOpened
from shared.bus.inbox import State
from shared.bus.topology import exchange_of
from shared.clock import system_clock
from shared.ids import new_id

DAY = date(2017, 10, 17)
HEARD_SECONDS = 60
STOPPED = {State.PARKED, State.DISCARDED}


def a_drive(scene: Scene) -> Envelope:
    """Return the event of a drive that no fund has opened, as a fund would tell it."""
    drive_id = f"drv_planted_{scene.world.number()}"
    opened = DriveOpened(
        drive_id=drive_id,
        fund_id="fnd_planted",
        level="T",
        unit_code="19",
        campaign_id=scene.draw.choice(scene.world.campaigns),
        start_on=DAY,
        end_on=DAY,
        coord_orgs=[],
    )
    return Envelope(
        id=new_id("evt"),
        source="/funds",
        type=DriveOpened.wire_type(),
        subject=drive_id,
        time=system_clock(),
        dataschema=DriveOpened.schema_address(),
        data=opened.model_dump(mode="json"),
        partitionkey=drive_id,
        correlationid="planted",
        agency="ban-vd-quy-tinh",
        unit="19",
        occurredon=DAY,
    )


def plant(scene: Scene, envelope: Envelope, parked_by: Iterable[str] = ()) -> None:
    """Tell an event that no outbox holds."""
    scene.planted.event(envelope, parked_by)
    with wire.channel_of(scene.plant.node.broker.url) as channel:
        wire.put(channel, exchange_of(envelope.service), envelope.routing_key, envelope.encode())


def plant_garbage(scene: Scene, corpus: Iterable[tuple[bytes, str]]) -> None:
    """Send messages, each with its content type, that nobody can read."""
    service, _, key = GARBAGE_TYPE.partition(".")
    with wire.channel_of(scene.plant.node.broker.url) as channel:
        for body, kind in corpus:
            scene.planted.garbage(body)
            wire.put(channel, exchange_of(service), key, body, kind)


def cleared(scene: Scene) -> bool:
    """Wait until each service has received what was planted for it, and discard what it has parked."""
    if not wait_until(lambda: all(_is_through(scene, book) for book in _read(scene)), seconds=HEARD_SECONDS):
        return False
    done = [_discard(scene, book) for book in _read(scene)]
    return all(done)


def state_of(scene: Scene, service: str, event_id: str) -> str | None:
    """Return the state of an event that a service has not applied; None where it has, or knows it not."""
    scene.oracle.books.read()
    found = (each.state for each in scene.oracle.books.by_name[service].open if each.event_id == event_id)
    return next(found, None)


def _read(scene: Scene) -> list[Book]:
    scene.oracle.books.read()
    return list(scene.oracle.books)


def _is_through(scene: Scene, book: Book) -> bool:
    """The service has received everything planted, and has parked what it must."""
    planted = scene.planted.heard_by(book.member)
    to_park = {each for each in planted if scene.planted.must_park(book.member.name, *each)}
    stopped = {(each.source, each.event_id) for each in book.open if each.state in STOPPED}
    return planted <= book.heard_ids and to_park <= stopped


def _discard(scene: Scene, book: Book) -> bool:
    planted = scene.planted
    parked = [
        each.seq
        for each in book.open
        if each.state == State.PARKED and planted.must_park(book.member.name, each.source, each.event_id)
    ]
    return operator.discard_all(scene.plant, planted, book.member, parked)
