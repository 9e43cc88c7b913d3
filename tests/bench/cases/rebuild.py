"""A projection rebuilt from the journal, against bare pika that reads the same stream and does nothing."""

import time
from itertools import islice
from pathlib import Path

import pika
from sqlalchemy import func, select

from bench.ground import channel, envelopes, new_database, report
from contracts.envelope import CONTENT_TYPE
from shared.bus.catching_up import catch_up, make_queue
from shared.bus.journal import last_offset
from shared.bus.processor import Processor
from shared.bus.topology import JOURNAL, declare_journal, exchange_of, inbox_of
from shared.bus.trust import Trust
from shared.clock import system_clock
from shared.example import heard, service

COUNT = 200_000
PREFETCH = 500


def _fill(amqp_url: str) -> None:
    """Make a journal of so many events, unless it is there from the round before."""
    with channel(amqp_url) as opened:
        if last_offset(amqp_url, quiet_seconds=1) == COUNT - 1:
            return
        for queue in (JOURNAL, inbox_of(service.name)):
            opened.queue_delete(queue)
        declare_journal(opened)
        properties = pika.BasicProperties(
            content_type=CONTENT_TYPE, delivery_mode=pika.DeliveryMode.Persistent
        )
        for envelope in envelopes(COUNT):
            key, body = envelope.routing_key, envelope.encode()
            opened.basic_publish(exchange_of(service.name), key, body, properties)
    while last_offset(amqp_url, quiet_seconds=1) != COUNT - 1:
        time.sleep(0.1)


def ours(amqp_url: str, home: Path) -> float:
    """Let a service that has lost its queue and its database read everything again, and apply it."""
    _fill(amqp_url)
    with channel(amqp_url) as opened:
        opened.queue_delete(inbox_of(service.name))
    database = new_database(home)
    began = time.perf_counter()
    make_queue(service, database, amqp_url, system_clock())
    catch_up(service, database, amqp_url, system_clock(), Trust(users_apart=False))
    processor = Processor(service, database)
    while processor.step():
        pass
    seconds = time.perf_counter() - began
    with database.reading() as session:
        effects = session.scalar(select(func.count()).select_from(heard))
    if effects != COUNT:
        message = f"{effects} effects of {COUNT} events"
        raise RuntimeError(message)
    return COUNT / seconds


def peer(amqp_url: str, _home: Path) -> float:
    """Read the stream with pika alone."""
    _fill(amqp_url)
    with channel(amqp_url) as opened:
        opened.basic_qos(prefetch_count=PREFETCH)
        began = time.perf_counter()
        entries = opened.consume(JOURNAL, arguments={"x-stream-offset": "first"})
        for method, _, _ in islice(entries, COUNT):
            opened.basic_ack(method.delivery_tag)
        return COUNT / (time.perf_counter() - began)


ROLES = {"ours": ours, "peer": peer}

if __name__ == "__main__":
    report(ROLES)
