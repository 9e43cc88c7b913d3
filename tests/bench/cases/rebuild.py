"""A projection rebuilt from the journal, against bare pika that reads the same stream and does nothing."""

import time
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pika
from sqlalchemy import func, select

from bench.ground import believing, channel, envelopes, new_database, report, signed
from contracts.envelope import CONTENT_TYPE
from shared.bus.catching_up import CatchingUp, make_queue
from shared.bus.journal import end
from shared.bus.processor import Processor
from shared.bus.sealing import HEADER
from shared.bus.topology import JOURNAL, declare_journal, exchange_of, inbox_of
from shared.example import heard, service

COUNT = 200_000
PREFETCH = 500
# A listener: a service that lost its own events would have to take these back, and wait for its operator.
rebuilt = replace(service, name="rebuilt")


def _fill(amqp_url: str) -> None:
    """Make a journal of so many events, unless it is there from the round before."""
    with channel(amqp_url) as opened:
        declare_journal(opened)
        if end(amqp_url) >= COUNT:
            return
        for queue in (JOURNAL, inbox_of(rebuilt.name)):
            opened.queue_delete(queue)
        declare_journal(opened)
        properties = pika.BasicProperties(
            content_type=CONTENT_TYPE, delivery_mode=pika.DeliveryMode.Persistent
        )
        for envelope, proof in signed(envelopes(COUNT)):
            properties.headers = {HEADER: proof}
            key, body = envelope.routing_key, envelope.encode()
            opened.basic_publish(exchange_of(service.name), key, body, properties)
    end(amqp_url)


def ours(amqp_url: str, home: Path) -> float:
    """Let a service that has lost its queue and its database read everything again, and apply it."""
    _fill(amqp_url)
    with channel(amqp_url) as opened:
        opened.queue_delete(inbox_of(rebuilt.name))
    database = new_database(home)
    began = time.perf_counter()
    make_queue(rebuilt, amqp_url)
    CatchingUp(rebuilt, database, amqp_url, believing(home)).prove()
    processor = Processor(rebuilt, database)
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
    last = end(amqp_url)  # marks follow the events: a stream takes nothing back that was not read
    with channel(amqp_url) as opened:
        opened.basic_qos(prefetch_count=PREFETCH)
        began = time.perf_counter()
        entries = opened.consume(JOURNAL, arguments={"x-stream-offset": "first"})
        for method, _, _ in islice(entries, last + 1):
            opened.basic_ack(method.delivery_tag)
        return COUNT / (time.perf_counter() - began)


ROLES = {"ours": ours, "peer": peer}

if __name__ == "__main__":
    report(ROLES)
