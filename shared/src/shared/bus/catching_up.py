"""What was told while a service's queue did not exist: the journal has it.

A queue may be deleted, or be lost with a broker that was set up anew; a new service has none yet. The
gap is noted in the service's database before the queue is used, and closed when the journal was read
up to where the queue began. So nothing is missing, nothing that comes by the queue overtakes it, and a
service that is killed in between takes it up again.
"""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

import pika
from pika.adapters.blocking_connection import BlockingConnection
from pika.exceptions import ChannelClosedByBroker
from sqlalchemy import func, select, update

from shared.bus import journal
from shared.bus.inbox import store
from shared.bus.queues import declare, hears
from shared.bus.topology import QUORUM, inbox_of
from shared.bus.trust import Delivery, Trust
from shared.database import Database
from shared.service import Service
from shared.tables import gaps, inbox

BATCH = 500
MARGIN = timedelta(days=1)
# An event that was routed before the queue existed reaches the journal within this time.
ROUTED_SECONDS = 1.0
# So the broker says, with the code for «not found», of a queue that exists and has no leader yet.
WITHOUT_LEADER = "is down or inaccessible"


def make_queue(
    service: Service, database: Database, amqp_url: str, now: datetime, queue: str | None = QUORUM
) -> None:
    """Declare all that a service needs on the broker; note a gap where it had no queue.

    `queue` is the type of its inbox; None where the broker's definitions made everything, and the service
    may declare nothing: a gap is then noted before its first events too. Raises AMQPError, and with it
    where that queue is lacking; SQLAlchemyError.
    """
    connection = pika.BlockingConnection(pika.URLParameters(amqp_url))
    try:
        if not _has_queue(connection, service) or (queue is None and _is_new(database)):
            _note_gap(database, now)
        if queue is None:
            connection.channel().queue_declare(inbox_of(service.name), passive=True)
        else:
            declare(connection.channel(), service, queue)
    finally:
        if connection.is_open:
            connection.close()


def catch_up(service: Service, database: Database, amqp_url: str, now: datetime, trust: Trust) -> int | None:
    """Store what the journal holds of the time of a gap; return how many events, None if there is no gap.

    To be called when the queue is bound and not yet consumed. Raises AMQPError, SQLAlchemyError.
    """
    with database.reading() as session:
        gap = session.execute(select(gaps).where(gaps.c.closed_at.is_(None)).order_by(gaps.c.id)).first()
    if gap is None:
        return None
    events = _store_from(gap.since or "first", service, database, amqp_url, now, trust)
    with database.transaction() as session:
        is_open = gaps.c.closed_at.is_(None)
        session.execute(update(gaps).where(is_open).values(closed_at=now, events=events))
    return events


def _is_new(database: Database) -> bool:
    """Whether the service has never read the journal: it has not taken part before."""
    with database.reading() as session:
        return session.execute(select(gaps.c.id).limit(1)).first() is None


def _has_queue(connection: BlockingConnection, service: Service) -> bool:
    channel = connection.channel()
    try:
        channel.queue_declare(inbox_of(service.name), passive=True)
    except ChannelClosedByBroker as closed:
        if WITHOUT_LEADER in closed.reply_text:
            raise
        return False
    channel.close()
    return True


def _note_gap(database: Database, now: datetime) -> None:
    """Note a gap, unless one is open: what waits for its queue asks again and again."""
    with database.transaction() as session:
        if session.execute(select(gaps.c.id).where(gaps.c.closed_at.is_(None))).first():
            return
        newest = session.scalar(select(func.max(inbox.c.received_at)))
        since = min(newest, now) - MARGIN if newest else None
        session.execute(gaps.insert().values(noted_at=now, since=since))


def _store_from(
    start: journal.Place,
    service: Service,
    database: Database,
    amqp_url: str,
    now: datetime,
    trust: Trust,
) -> int:
    time.sleep(ROUTED_SECONDS)
    last = journal.last_offset(amqp_url)
    if last is None:
        return 0
    heard = _heard(service, journal.deliveries(amqp_url, start=start, last=last))
    count = 0
    while batch := list(islice(heard, BATCH)):
        with database.transaction() as session:
            store(session, batch, trust, now)
        count += len(batch)
    return count


def _heard(service: Service, found: Iterator[tuple[int, Delivery]]) -> Iterator[Delivery]:
    """What the broker would have brought to the service's queue, be it what it will."""
    for _, delivery in found:
        if hears(service, delivery.exchange, delivery.routing_key):
            yield delivery
