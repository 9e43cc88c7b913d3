"""Calls that nobody could answer, and calls that nobody can read: the host lives on."""

import json
from collections.abc import Callable
from typing import Any

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel
from sqlalchemy import select

from contracts.calls import RPC_EXCHANGE, Call
from shared.host.calls import CALL_STACK
from shared.tables import unread_calls
from shared.unread_calls import MOST_BYTES

CALL = Call(name="count_notes", payload={"board": "b"}, correlation_id="cor_1").model_dump(mode="json")
GOOD = json.dumps({"args": [CALL], "kwargs": {}}).encode()
JSON: dict[str, Any] = {"content_type": "application/json", "content_encoding": "utf-8"}
REPLY: dict[str, Any] = {**JSON, "reply_to": "nowhere"}
NOTE = {"name": "write_note", "payload": {"board": "b", "text": "a"}, "correlation_id": "cor_1"}


def request(*arguments: object, **named: object) -> bytes:
    return json.dumps({"args": arguments, "kwargs": named}).encode()


# What a stranger may send: routing key, body, properties.
POISON: dict[str, tuple[str, bytes, dict[str, Any]]] = {
    "without reply_to": ("example.query", GOOD, JSON),
    "without content type": ("example.query", GOOD, {"reply_to": "nowhere"}),
    "of a type that nobody writes": ("example.query", GOOD, {"reply_to": "nowhere", "content_type": "a/b"}),
    "pickled": ("example.query", b"\x80\x04N.", {**REPLY, "content_type": "application/x-python-serialize"}),
    "of a method that does not exist": ("example.x", GOOD, JSON),
    "that is no request": ("example.query", b"[1]", REPLY),
    "that is no JSON": ("example.query", b"{", REPLY),
    "that is no UTF-8": ("example.query", b'{"args": ["\xff"]}', REPLY),
    "nested deeply": ("example.query", b"[" * 200_000, REPLY),
    "packed in a way that nobody knows": ("example.query", GOOD, {**REPLY, "headers": {"compression": "x"}}),
    "with a header that is no stack": ("example.query", GOOD, {**REPLY, "headers": {CALL_STACK: 5}}),
    "with such a header of nameko's": (
        "example.query",
        GOOD,
        {**REPLY, "headers": {f"nameko.{CALL_STACK}": [1]}},
    ),
    "without arguments": ("example.query", request(), REPLY),
    "with two arguments": ("example.query", request(CALL, CALL), REPLY),
    "with a named argument": ("example.query", request(CALL, call=CALL), REPLY),
    "of a name that is none": ("example.query", request({**CALL, "name": "\ud800"}), REPLY),
    "with an id that is too long": ("example.query", request({**CALL, "correlation_id": "x" * 81}), REPLY),
    "with a payload that is a list": ("example.query", request({**CALL, "payload": [1]}), REPLY),
    "with a secret in its bad JSON": ("example.query", b"eyJhbGciOiJub25l.eyJzdWIi.c2ln{", REPLY),
}


@pytest.fixture
def example(agency: Callable[..., Any]) -> Any:
    return agency()


def test_calls_that_nobody_can_read_or_answer_are_kept_and_end_nothing(
    example: Any, channel: BlockingChannel, await_true: Callable[..., None]
) -> None:
    channel.exchange_declare(RPC_EXCHANGE, "topic", durable=True)
    with example.host() as host:
        await_true(lambda: _ask(channel) is not None, "an answer before")
        for _ in range(2):
            for key, body, properties in POISON.values():
                sent = pika.BasicProperties(**properties)
                channel.basic_publish(RPC_EXCHANGE, key, body, sent, mandatory=True)
        await_true(lambda: _waiting(channel) == 0, "the calls to be acknowledged")
        await_true(lambda: _ask(channel) is not None, "an answer afterwards")
        await_true(lambda: _times(example) >= 2 * len(POISON), "all to be kept")
        assert host.poll() is None
    kept = b"".join(each["head"] for each in _kept(example))
    assert _times(example) == 2 * len(POISON)
    assert b"eyJ" not in kept
    assert b"(token)" in kept
    assert max(len(each["head"]) for each in _kept(example)) <= MOST_BYTES
    assert "eyJ" not in example.log("shared.host")


def test_a_command_that_asks_for_no_reply_or_has_no_key_is_not_carried_out(
    example: Any, channel: BlockingChannel, await_true: Callable[..., None]
) -> None:
    channel.exchange_declare(RPC_EXCHANGE, "topic", durable=True)
    command = {**NOTE, "token": example.token()}
    with example.host():
        await_true(lambda: _ask(channel) is not None, "an answer before")
        for body, properties in (
            (request({**command, "idempotency_key": "k"}), JSON),
            (request(command), REPLY),
        ):
            sent = pika.BasicProperties(**properties)
            channel.basic_publish(RPC_EXCHANGE, "example.command", body, sent, mandatory=True)
        await_true(lambda: _waiting(channel) == 0, "the calls to be acknowledged")
        reply = _ask(channel)
    assert reply is not None
    assert reply["result"]["answer"]["written"] == 0


def _times(example: Any) -> int:
    return sum(each["times"] for each in _kept(example))


def _kept(example: Any) -> list[dict[str, Any]]:
    with example.database.reading() as session:
        return [dict(row) for row in session.execute(select(unread_calls)).mappings()]


def _waiting(channel: BlockingChannel) -> int:
    return int(channel.queue_declare("rpc-example", passive=True).method.message_count)


def _ask(channel: BlockingChannel) -> dict[str, Any] | None:
    """Ask as nameko's own client does, and return the reply."""
    queue = channel.queue_declare("", exclusive=True).method.queue
    channel.queue_bind(queue, RPC_EXCHANGE, queue)
    properties = pika.BasicProperties(reply_to=queue, content_type="application/json", correlation_id="1")
    try:
        channel.basic_publish(RPC_EXCHANGE, "example.query", GOOD, properties, mandatory=True)
    except pika.exceptions.UnroutableError:
        return None
    for _method, _properties, body in channel.consume(queue, inactivity_timeout=5):
        channel.cancel()
        return json.loads(body) if body else None
    return None
