"""Outbox rows published and confirmed per second, against bare pika with the same bytes."""

import threading
import time
from pathlib import Path

import pika
from sqlalchemy import func, select

from bench.ground import envelopes, new_database, report, signing_key
from shared.bus import outbox
from shared.bus.catching_up import make_queue
from shared.bus.doorbell import doorbell_of
from shared.bus.relay import Relay
from shared.bus.topology import exchange_of
from shared.database import Database
from shared.example import service
from shared.tables import outbox as table

COUNT = 15_000
WINDOW = 500


def ours(amqp_url: str, home: Path) -> float:
    """Publish what an outbox holds, and mark it."""
    database = new_database(home)
    make_queue(service, amqp_url)
    with database.transaction() as session:
        for envelope in envelopes(COUNT):
            outbox.write(session, envelope)
    relay = Relay(service.name, database, amqp_url, doorbell_of(service.name, home), key=signing_key())
    thread = threading.Thread(target=relay.run)
    began = time.perf_counter()
    thread.start()
    while _waiting(database):
        time.sleep(0.01)
    seconds = time.perf_counter() - began
    relay.stop()
    thread.join()
    return COUNT / seconds


def _waiting(database: Database) -> int:
    with database.reading() as session:
        rows = select(func.count()).select_from(table).where(table.c.published_at.is_(None))
        return session.scalar(rows) or 0


class Bare:
    """Publishes with pika alone, a window of confirms under way at a time."""

    def __init__(self, amqp_url: str, bodies: list[bytes]) -> None:
        self._bodies, self._sent, self._confirmed = bodies, 0, 0
        parameters = pika.URLParameters(amqp_url)
        self._properties = pika.BasicProperties(
            content_type="application/cloudevents+json",
            delivery_mode=pika.DeliveryMode.Persistent,
            user_id=parameters.credentials.username,
        )
        self._connection = pika.SelectConnection(parameters, on_open_callback=self._opened)

    def run(self) -> None:
        """Publish everything."""
        self._connection.ioloop.start()

    def _opened(self, connection: pika.SelectConnection) -> None:
        connection.channel(on_open_callback=self._ready)

    def _ready(self, channel: pika.channel.Channel) -> None:
        self._channel = channel
        channel.confirm_delivery(self._answered, callback=lambda _: self._publish())

    def _answered(self, frame: pika.frame.Method) -> None:
        self._confirmed = frame.method.delivery_tag if frame.method.multiple else self._confirmed + 1
        if self._confirmed >= len(self._bodies):
            self._connection.ioloop.stop()
        else:
            self._publish()

    def _publish(self) -> None:
        while self._sent < min(len(self._bodies), self._confirmed + WINDOW):
            self._channel.basic_publish(
                exchange_of(service.name),
                "note_written.v1",
                self._bodies[self._sent],
                self._properties,
                mandatory=True,
            )
            self._sent += 1


def peer(amqp_url: str, _home: Path) -> float:
    """Publish the same bytes without a database."""
    bare = Bare(amqp_url, [envelope.encode() for envelope in envelopes(COUNT)])
    began = time.perf_counter()
    bare.run()
    return COUNT / (time.perf_counter() - began)


ROLES = {"ours": ours, "peer": peer}

if __name__ == "__main__":
    report(ROLES)
