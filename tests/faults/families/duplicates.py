"""F14, F15, F22: events come again, many times, late and in the wrong order; a whole day is replayed."""

from functools import partial

from faults import wire
from faults.experiment import Experiment
from faults.fault import Fault
from shared.bus import journal

MOST = 1000
NEWEST = 200


def duplicated(experiment: Experiment, times: int) -> bool:
    """Tell some events of every service again so many times, while others are told."""
    experiment.work()
    bodies = [
        body
        for each in _told(experiment)
        for body in experiment.draw.sample(each, min(len(each), MOST // times, 5))
    ]
    with wire.channel_of(experiment.system.node.broker.url) as channel:
        return wire.tell(channel, bodies * times, experiment.system.home.service_keys) >= times


def on_two_hosts(experiment: Experiment) -> bool:
    """Tell events again while two hosts of one service receive and apply."""
    member = experiment.some_service()
    second = experiment.system.host(member, name=f"{member.name}-2")
    second.start()
    experiment.work_for(2)
    struck = duplicated(experiment, 10)
    experiment.work_for(1)
    both = second.runs
    second.stop()
    return struck and both


def late_and_shuffled(experiment: Experiment) -> bool:
    """Tell the newest events of all services again in any order, long after they were applied."""
    bodies = [body for each in _told(experiment) for body in each[-NEWEST:]]
    experiment.draw.shuffle(bodies)
    experiment.work()
    with wire.channel_of(experiment.system.node.broker.url) as channel:
        return wire.tell(channel, bodies, experiment.system.home.service_keys) > 1


def replayed(experiment: Experiment) -> bool:
    """Put the whole journal into every inbox again, during live traffic."""
    known = {event_id for event_id, told in _published(experiment)}
    experiment.work()
    url = experiment.system.node.broker.url
    entries = [entry.envelope for entry in journal.read(url)]
    with wire.channel_of(url) as channel:
        wire.tell(channel, [envelope.encode() for envelope in entries], experiment.system.home.service_keys)
    return known <= {envelope.id for envelope in entries}


def _told(experiment: Experiment) -> list[list[bytes]]:
    databases = [
        experiment.system.databases[each.name] for each in experiment.system.members if each.service.events
    ]
    return [wire.stored(database) for database in databases]


def _published(experiment: Experiment) -> list[tuple[str, str]]:
    """What every service had told when all was settled the last time."""
    return [
        (event_id, told.type)
        for service in experiment.oracle.observed
        for event_id, told in service.told.items()
    ]


FAULTS = (
    *(Fault("F14", f"duplicates x{n}", partial(duplicated, times=n)) for n in (1, 10, 100, 1000)),
    Fault("F14", "duplicates on two hosts", on_two_hosts),
    Fault("F15", "late and out of order", late_and_shuffled),
    Fault("F22", "the journal replayed", replayed, slow=True),
)
