"""F14, F15, F22: events come again, many times, late and in the wrong order; a whole day is replayed."""

from functools import partial

from chungtay.faults import wire
from chungtay.faults.fault import Fault
from chungtay.faults.scene import Scene
from shared.bus import journal
from shared.bus.topology import inbox_of

MOST = 1000
NEWEST = 200


def duplicated(scene: Scene, times: int) -> bool:
    """Tell some events of every service again so many times, while others are told."""
    scene.work()
    bodies = [
        body for each in _told(scene) for body in scene.draw.sample(each, min(len(each), MOST // times, 5))
    ]
    with wire.channel_of(scene.plant.node.broker.url) as channel:
        return wire.tell_again(channel, bodies * times) >= times


def on_two_hosts(scene: Scene) -> bool:
    """Tell events again while two hosts of one service receive and apply."""
    member = scene.some_service()
    second = scene.plant.host(member, name=f"{member.name}-2")
    second.start()
    scene.work_for(2)
    struck = duplicated(scene, 10)
    scene.work_for(1)
    both = second.runs
    second.stop()
    return struck and both


def late_and_shuffled(scene: Scene) -> bool:
    """Tell the newest events of all services again in any order, long after they were applied."""
    bodies = [body for each in _told(scene) for body in each[-NEWEST:]]
    scene.draw.shuffle(bodies)
    scene.work()
    with wire.channel_of(scene.plant.node.broker.url) as channel:
        return wire.tell_again(channel, bodies) > 1


def replayed(scene: Scene) -> bool:
    """Put the whole journal into every inbox again, during live traffic."""
    known = {event_id for event_id, told in _published(scene)}
    scene.work()
    url = scene.plant.node.broker.url
    entries = [entry.envelope for entry in journal.read(url)]
    with wire.channel_of(url) as channel:
        for member in scene.plant.members:
            for envelope in entries:
                if member.hears(envelope.type):
                    wire.put(channel, "", inbox_of(member.name), envelope.encode())
    return known <= {envelope.id for envelope in entries}


def _told(scene: Scene) -> list[list[bytes]]:
    databases = [scene.plant.databases[each.name] for each in scene.plant.members if each.service.events]
    return [wire.stored(database) for database in databases]


def _published(scene: Scene) -> list[tuple[str, str]]:
    """What every service had told when all was settled the last time."""
    return [(event_id, told.type) for book in scene.oracle.books for event_id, told in book.told.items()]


FAULTS = (
    *(Fault("F14", f"duplicates x{n}", partial(duplicated, times=n)) for n in (1, 10, 100, 1000)),
    Fault("F14", "duplicates on two hosts", on_two_hosts),
    Fault("F15", "late and out of order", late_and_shuffled),
    Fault("F22", "the journal replayed", replayed, slow=True),
)
