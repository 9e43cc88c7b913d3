"""Readings keep nobody waiting, and a host may be there for readings alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel

from contracts.calls import RPC_EXCHANGE
from shared.bus.topology import inbox_of, reading_host_of, rpc_queue_of

AwaitTrue = Callable[..., None]
SLOW = """
from dataclasses import replace
from sqlalchemy import text
from shared import example
from shared.authority import anyone
from shared.service import Feature, query

FOR_EVER = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")

class CountForEver(example.CountNotes):
    '''Count without an end.'''

@query(CountForEver, get="/for-ever", may=anyone, vi="Đếm mãi")
def count_for_ever(asked, work) -> example.NoteCount:
    work.session.scalar(FOR_EVER)
    return example.NoteCount(written=0, heard=0)

slow = Feature(queries=[count_for_ever])
service = replace(example.service, features=[example.notes, slow])
"""


class Caller:
    """Calls as the gateway does, and keeps the replies as they come."""

    def __init__(self, channel: BlockingChannel, token: str) -> None:
        self._channel, self._token, self._key = channel, token, str(uuid4())
        self._queue = channel.queue_declare("", exclusive=True).method.queue
        channel.queue_bind(self._queue, RPC_EXCHANGE, self._key)
        self.replies: dict[str, Any] = {}

    def call(self, address: str, name: str, **payload: str) -> None:
        call = {"name": name, "payload": payload, "token": self._token, "correlation_id": "cor_1"}
        body = json.dumps({"args": [{**call, "idempotency_key": name}], "kwargs": {}}).encode()
        told = pika.BasicProperties("application/json", "utf-8", reply_to=self._key, correlation_id=name)
        self._channel.basic_publish(RPC_EXCHANGE, address, body, told, mandatory=True)

    def has(self, name: str) -> bool:
        _, properties, body = self._channel.basic_get(self._queue, auto_ack=True)
        if body is not None:
            self.replies[str(properties.correlation_id)] = json.loads(body)["result"]
        return name in self.replies


@pytest.fixture
def slow(agency: Callable[..., Any], tmp_path: Path) -> Any:
    (tmp_path / "slow.py").write_text(SLOW, encoding="utf-8")
    return agency(module="slow", READING_SECONDS="600")


@pytest.fixture
def caller(slow: Any, channel: BlockingChannel) -> Caller:
    channel.exchange_declare(RPC_EXCHANGE, "topic", durable=True)
    return Caller(channel, slow.token())


def test_nobody_waits_for_a_reading_and_a_host_may_be_there_for_readings_alone(
    slow: Any, caller: Caller, channel: BlockingChannel, await_true: AwaitTrue
) -> None:
    apart = reading_host_of("example")
    with slow.host() as host:
        await_true(lambda: "inbox ready" in slow.log("shared.host"), "the host")
        caller.call("example.query", "count_for_ever", board="b")
        caller.call("example.command", "write_note", board="b", text="a")
        await_true(lambda: caller.has("write_note"), "the command's answer")
        assert caller.replies.pop("write_note")["answer"]["number"] == 1
        assert not caller.replies, "the reading goes on"
        host.kill()
    slow.environment["HOST_ROLE"] = "readings"
    with slow.host() as host:
        await_true(lambda: '"role": "readings"' in slow.log("shared.host"), "the host for readings")
        caller.call(f"{apart}.query", "count_for_ever", board="b")
        caller.call(f"{apart}.query", "count_notes", board="b")
        await_true(lambda: caller.has("count_notes"), "the answer")
        assert caller.replies["count_notes"]["answer"]["written"] == 1
        caller.call(f"{apart}.command", "write_note", board="b", text="a")
        await_true(lambda: caller.has("write_note"), "what is said of a command")
        assert caller.replies["write_note"] is None
        assert channel.queue_declare(inbox_of("example"), passive=True).method.consumer_count == 0
        host.kill()
    channel.queue_delete(rpc_queue_of(apart))
