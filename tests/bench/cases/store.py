"""Events stored and acknowledged per second, against bare pika into SQLite in batches of 100."""

import time
from pathlib import Path
from typing import Any

from bench.ground import bare_sqlite, believing, channel, fill, new_database, report
from shared.bus.topology import inbox_of
from shared.example import service

COUNT = 30_000
BATCH = 100


class Idle:
    """A processor that leaves everything where it lies: only the storing is measured here."""

    def step(self) -> int:
        """Apply nothing."""
        return 0


def ours(amqp_url: str, home: Path) -> float:
    """Store and acknowledge with the inbox of the host."""
    with channel(amqp_url) as opened:
        fill(opened, inbox_of(service.name), COUNT)
    import eventlet

    from shared.bus.catching_up import CatchingUp
    from shared.host.inbox import Inbox

    database = new_database(home)
    processor: Any = Idle()
    inbox = Inbox(CatchingUp(service, database, amqp_url, believing(home)), processor)
    path = str(home / "bench.db")
    began = time.perf_counter()
    inbox.start()
    while _stored(path) < COUNT:
        eventlet.sleep(0.02)
    seconds = time.perf_counter() - began
    inbox.stop()
    return COUNT / seconds


def _stored(path: str) -> int:
    import sqlite3

    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT coalesce(max(seq), 0) FROM inbox").fetchone()[0])
    finally:
        connection.close()


def peer(amqp_url: str, home: Path) -> float:
    """Store with pika and sqlite3 alone, a hundred in a transaction, then acknowledge them."""
    database = bare_sqlite(home / "peer.db")
    database.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, body BLOB)")
    with channel(amqp_url) as opened:
        fill(opened, inbox_of(service.name), COUNT)
        opened.basic_qos(prefetch_count=500)
        began, batch, stored = time.perf_counter(), [], 0
        for method, _, body in opened.consume(inbox_of(service.name)):
            batch.append((body,))
            if len(batch) == BATCH:
                database.execute("BEGIN IMMEDIATE")
                database.executemany("INSERT INTO events (body) VALUES (?)", batch)
                database.execute("COMMIT")
                opened.basic_ack(method.delivery_tag, multiple=True)
                stored, batch = stored + len(batch), []
                if stored == COUNT:
                    break
        return COUNT / (time.perf_counter() - began)


ROLES = {"ours": ours, "peer": peer}

if __name__ == "__main__":
    report(ROLES)
