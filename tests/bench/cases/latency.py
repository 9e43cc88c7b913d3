"""From a command's answer to its effect at a subscriber, at a steady pace, against bare pika.

The subscriber is a service of its own, with its own process and database; an effect counts when it is
committed there and another process can read it. The peer's event travels through the same kind of
queue, without any database.
"""

import asyncio
import sqlite3
import threading
import time
from pathlib import Path
from statistics import median, quantiles

import httpx
import pika
from pika.adapters.blocking_connection import BlockingChannel

from bench.ground import FIGURE, Role, channel, envelopes, report, wait_for
from bench.subject import Subject
from chungtay.ports import any_free
from contracts.envelope import CONTENT_TYPE
from shared.bus.topology import INBOX_ARGUMENTS, JOURNAL, QUORUM
from shared.ids import new_id

COUNT, WARM_UP, A_SECOND = 400, 50, 100
SUBSCRIBER = "witness", "faults.witness"
QUEUE = "bench.latency"
LOOK_SECONDS = 0.001
LIMIT_SECONDS = 30
Instants = dict[str, float]


def ours(amqp_url: str, home: Path) -> dict[str, float]:
    """Send commands at a steady pace and watch the subscriber's database."""
    with channel(amqp_url) as opened:
        # The subscriber is new and reads the journal first; what others left there is no part of this.
        opened.queue_delete(JOURNAL)
    subject, heard = Subject(amqp_url, home), home / "witness.db"
    [port] = any_free(1)
    subject.environment["GATEWAY_PORT"] = str(port)
    url = f"http://127.0.0.1:{port}"
    with subject.running(("gateway",)), subject.hearing(*SUBSCRIBER, heard):
        wait_for(f"{url}/v1/example/notes?board=b")
        _played(url, subject.token(), heard, WARM_UP)
        answered, effects = _played(url, subject.token(), heard, COUNT)
    return _figures([1000 * (effects[name] - answered[name]) for name in answered])


def _played(url: str, token: str, heard: Path, count: int) -> tuple[Instants, Instants]:
    """Send commands, and return when each was answered and when its effect was seen."""
    run = new_id("run")
    watch = Watch(heard, run, count)
    answered = asyncio.run(_send(url, token, [f"{run}-{number}" for number in range(count)]))
    return answered, watch.effects()


def _figures(milliseconds: list[float]) -> dict[str, float]:
    p50, p99 = median(milliseconds), quantiles(milliseconds, n=100)[98]
    return {FIGURE: p50, "fact_to_effect_p50_ms": p50, "fact_to_effect_p99_ms": p99}


async def _send(url: str, token: str, boards: list[str]) -> Instants:
    """Send one command after the other, each at its time; return when each was answered."""
    answered: Instants = {}

    async def one(client: httpx.AsyncClient, name: str) -> None:
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"latency-{name}"}
        body = {"board": name, "text": "a note"}
        answer = await client.post("/v1/example/notes", json=body, headers=headers)
        answered[name] = time.monotonic()
        answer.raise_for_status()

    async with httpx.AsyncClient(base_url=url, timeout=LIMIT_SECONDS) as client, asyncio.TaskGroup() as group:
        began = time.monotonic()
        for number, name in enumerate(boards):
            await asyncio.sleep(began + number / A_SECOND - time.monotonic())
            group.create_task(one(client, name))
    return answered


class Watch:
    """Looks into a subscriber's database all the time, and notes when an effect is there."""

    def __init__(self, path: Path, run: str, count: int) -> None:
        """Begin to look for the effects of a run."""
        self._path, self._run, self._count = path, run, count
        self._seen: Instants = {}
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def effects(self) -> Instants:
        """Return when each effect was seen, once all are there. Raises RuntimeError where one is not."""
        self._thread.join(LIMIT_SECONDS)
        if len(self._seen) < self._count:
            message = f"{len(self._seen)} effects of {self._count}"
            raise RuntimeError(message)
        return self._seen

    def _look(self) -> None:
        database, last = sqlite3.connect(self._path), 0
        while len(self._seen) < self._count:
            rows = database.execute("SELECT id, key FROM witnessed WHERE id > ?", (last,)).fetchall()
            now = time.monotonic()
            last = rows[-1][0] if rows else last
            self._seen.update((key, now) for _, key in rows if key.startswith(self._run))
            time.sleep(LOOK_SECONDS)


def peer(amqp_url: str, _home: Path) -> float:
    """Publish at the same pace with pika alone, and consume in another thread."""
    bodies = [envelope.encode() for envelope in envelopes(COUNT + WARM_UP)]
    with channel(amqp_url) as opened:
        opened.queue_declare(QUEUE, durable=True, arguments=INBOX_ARGUMENTS[QUORUM])
        opened.queue_purge(QUEUE)
        came: list[float] = []
        consumer = threading.Thread(target=_consume, args=(amqp_url, came))
        consumer.start()
        sent = _publish(opened, bodies)
        consumer.join(LIMIT_SECONDS)
    pairs = list(zip(sent, came, strict=True))[WARM_UP:]
    return median(1000 * (arrival - start) for start, arrival in pairs)


def _publish(opened: BlockingChannel, bodies: list[bytes]) -> list[float]:
    properties = pika.BasicProperties(delivery_mode=pika.DeliveryMode.Persistent, content_type=CONTENT_TYPE)
    began, sent = time.monotonic(), []
    for number, body in enumerate(bodies):
        time.sleep(max(0.0, began + number / A_SECOND - time.monotonic()))
        sent.append(time.monotonic())
        opened.basic_publish("", QUEUE, body, properties)
    return sent


def _consume(amqp_url: str, came: list[float]) -> None:
    with channel(amqp_url) as opened:
        for method, _, _ in opened.consume(QUEUE):
            came.append(time.monotonic())
            opened.basic_ack(method.delivery_tag)
            if len(came) == COUNT + WARM_UP:
                return


ROLES: dict[str, Role] = {"ours": ours, "peer": peer}

if __name__ == "__main__":
    report(ROLES)
