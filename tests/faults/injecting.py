"""Putting foreign messages among the good ones, and an operator who clears up after them."""

from collections.abc import Iterable
from datetime import date

from chungtay.waiting import wait_until
from contracts.envelope import Envelope
from contracts.funds.drives import DriveOpened
from faults import operator, wire
from faults.experiment import Experiment
from faults.injected import GARBAGE_TYPE
from faults.observed import INJECTED, ObservedService
from shared.bus.inbox import State
from shared.bus.sealing import HEADER
from shared.bus.topology import exchange_of
from shared.bus.trust import MISTRUSTED
from shared.clock import system_clock
from shared.ids import new_id
from shared.tables import outbox

DAY = date(2017, 10, 17)
HEARD_SECONDS = 60
STOPPED = {State.PARKED, State.DISCARDED}


def a_drive(experiment: Experiment) -> Envelope:
    """Return the event of a drive that no fund has opened, as a fund would tell it."""
    drive_id = f"drv_injected_{experiment.workload.number()}"
    opened = DriveOpened(
        drive_id=drive_id,
        fund_id="fnd_injected",
        level="T",
        unit_code="19",
        campaign_id=experiment.draw.choice(experiment.workload.campaigns),
        start_on=DAY,
        end_on=DAY,
        coordinating_bodies=[],
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
        correlationid=INJECTED,
        agency="ban-vd-quy-tinh",
        unit="19",
        occurredon=DAY,
    )


def inject(experiment: Experiment, envelope: Envelope, parked_by: Iterable[str] = ()) -> None:
    """Tell an event that no act led to; the outbox knows it, as if its relay had been led astray."""
    experiment.injected.event(envelope, parked_by)
    _enrol(experiment, envelope)
    with wire.channel_of(experiment.system.node.broker.url) as channel:
        wire.tell(channel, [envelope.encode()], experiment.system.home.service_keys)


def _enrol(experiment: Experiment, envelope: Envelope) -> None:
    row = {
        "event_id": envelope.id,
        "type": envelope.type,
        "key": envelope.partitionkey,
        "envelope": envelope.encode(),
        "created_at": envelope.time,
        "published_at": envelope.time,
    }
    with experiment.system.databases[envelope.service].transaction() as session:
        session.execute(outbox.insert().values(**row))


def inject_garbage(experiment: Experiment, corpus: Iterable[tuple[bytes, str]]) -> None:
    """Send messages, each with its content type, that nobody can read."""
    service, _, key = GARBAGE_TYPE.partition(".")
    with wire.channel_of(experiment.system.node.broker.url) as channel:
        for body, kind in corpus:
            experiment.injected.garbage(body)
            wire.put(channel, exchange_of(service), key, body, kind)


def inject_forged(experiment: Experiment, forgeries: Iterable[tuple[Envelope, bytes | None]]) -> None:
    """Send events, each with a proof that proves nothing of it, or with none."""
    with wire.channel_of(experiment.system.node.broker.url) as channel:
        for envelope, proof in forgeries:
            body, headers = envelope.encode(), {HEADER: proof} if proof else None
            experiment.injected.garbage(body, MISTRUSTED)
            wire.put(channel, exchange_of(envelope.service), envelope.routing_key, body, headers=headers)


def cleared(experiment: Experiment) -> bool:
    """Wait until each service has received what was injected for it, and discard what it has parked."""
    if not wait_until(
        lambda: all(_is_through(experiment, service) for service in _read(experiment)), seconds=HEARD_SECONDS
    ):
        return False
    done = [_discard(experiment, service) for service in _read(experiment)]
    return all(done)


def state_of(experiment: Experiment, service: str, event_id: str) -> str | None:
    """Return the state of an event that a service has not applied; None where it has, or knows it not."""
    experiment.oracle.observed.read()
    found = (
        each.state for each in experiment.oracle.observed.by_name[service].open if each.event_id == event_id
    )
    return next(found, None)


def _read(experiment: Experiment) -> list[ObservedService]:
    experiment.oracle.observed.read()
    return list(experiment.oracle.observed)


def _is_through(experiment: Experiment, service: ObservedService) -> bool:
    """The service has received everything injected, and has parked what it must."""
    injected = experiment.injected.heard_by(service.member)
    to_park = {each for each in injected if experiment.injected.must_park(service.member.name, *each)}
    stopped = {(each.source, each.event_id) for each in service.open if each.state in STOPPED}
    return injected <= service.heard_ids and to_park <= stopped


def _discard(experiment: Experiment, service: ObservedService) -> bool:
    injected = experiment.injected
    parked = [
        each.seq
        for each in service.open
        if each.state == State.PARKED and injected.must_park(service.member.name, each.source, each.event_id)
    ]
    return operator.discard_all(experiment.system, injected, service.member, parked)
