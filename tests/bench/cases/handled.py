"""Events applied exactly once with their effect, against frameworks that leave that to their user."""

import asyncio
import sqlite3
import time
from pathlib import Path

from bench.ground import bare_sqlite, believing, channel, fill, new_database, report
from shared.bus.topology import inbox_of
from shared.example import service

COUNT, PEER_COUNT = 20_000, 5_000
QUEUE = "bench.peer"
FIRST_AND_LAST = "SELECT count(*), min(at), max(at) FROM effects"


def ours(amqp_url: str, home: Path) -> float:
    """Receive, store, acknowledge and apply with the host's inbox and processor."""
    with channel(amqp_url) as opened:
        fill(opened, inbox_of(service.name), COUNT)
    import eventlet

    from shared.bus.catching_up import CatchingUp
    from shared.bus.processor import Processor
    from shared.host.inbox import Inbox

    database = new_database(home)
    inbox = Inbox(CatchingUp(service, database, amqp_url, believing(home)), Processor(service, database))
    began = time.perf_counter()
    inbox.start()
    while _effects(home / "bench.db") < COUNT:
        eventlet.sleep(0.02)
    seconds = time.perf_counter() - began
    inbox.stop()
    return COUNT / seconds


def _effects(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT coalesce(max(id), 0) FROM example_heard").fetchone()[0])
    finally:
        connection.close()


class Effects:
    """One transaction an event, with the event's id so that it is applied once."""

    def __init__(self, path: Path) -> None:
        self.database = bare_sqlite(path)
        self.database.execute("CREATE TABLE effects (id TEXT PRIMARY KEY, board TEXT, at REAL)")
        self.done = 0

    def apply(self, event: dict[str, object]) -> None:
        """Keep the effect of an event."""
        data = event["data"]
        board = data["board"] if isinstance(data, dict) else ""
        self.database.execute("BEGIN IMMEDIATE")
        row = (event["id"], board, time.perf_counter())
        self.database.execute("INSERT OR IGNORE INTO effects VALUES (?, ?, ?)", row)
        self.database.execute("COMMIT")
        self.done += 1

    def rate(self) -> float:
        """Events per second from the first effect to the last."""
        count, first, last = self.database.execute(FIRST_AND_LAST).fetchone()
        return float((count - 1) / (last - first))


def faststream(amqp_url: str, home: Path) -> float:
    """Apply with FastStream: one handler, one transaction an event."""
    from faststream import AckPolicy, FastStream
    from faststream.rabbit import RabbitBroker, RabbitQueue

    _fill_for_peer(amqp_url, QUEUE)
    effects, broker = Effects(home / "peer.db"), RabbitBroker(amqp_url, logger=None)
    app = FastStream(broker)
    queue = RabbitQueue(QUEUE, durable=True)

    @broker.subscriber(queue, ack_policy=AckPolicy.NACK_ON_ERROR)
    async def handle(event: dict[str, object]) -> None:
        effects.apply(event)
        if effects.done == PEER_COUNT:
            app.exit()

    asyncio.run(app.run())
    return effects.rate()


def nameko(amqp_url: str, home: Path) -> float:
    """Apply with plain nameko's event handler: one transaction an event."""
    import eventlet
    from nameko import config
    from nameko.containers import ServiceContainer
    from nameko.events import event_handler

    config.update({"AMQP_URI": amqp_url, "max_workers": 10})
    effects = Effects(home / "peer.db")

    class Peer:
        name = "bench_peer"

        @event_handler("bench_source", "note")
        def handle(self, event: dict[str, object]) -> None:
            effects.apply(event)

    with channel(amqp_url) as opened:
        opened.exchange_declare("bench_source.events", "topic", durable=True)
        queue = "evt-bench_source-note--bench_peer.handle"
        opened.queue_declare(queue, durable=True)
        opened.queue_bind(queue, "bench_source.events", "note")
    _fill_for_peer(amqp_url, queue)
    container = ServiceContainer(Peer)
    container.start()
    while effects.done < PEER_COUNT:
        eventlet.sleep(0.02)
    container.stop()
    return effects.rate()


def _fill_for_peer(amqp_url: str, queue: str) -> None:
    with channel(amqp_url) as opened:
        opened.queue_declare(queue, durable=True)
        fill(opened, queue, PEER_COUNT, "application/json")


ROLES = {"ours": ours, "faststream": faststream, "nameko": nameko}

if __name__ == "__main__":
    report(ROLES)
