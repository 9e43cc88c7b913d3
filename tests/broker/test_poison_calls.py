"""Calls that nobody could answer, and calls that nobody can read: the host lives on."""

import json
from collections.abc import Callable
from typing import Any

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel

from contracts.calls import RPC_EXCHANGE, Call

CALL = Call(name="count_notes", payload={"board": "b"}, correlation_id="cor_1").model_dump(mode="json")
GOOD = json.dumps({"args": [CALL], "kwargs": {}}).encode()
POISON = {
    "without reply_to": ("example.query", GOOD, {"content_type": "application/json"}),
    "without content type": ("example.query", GOOD, {"reply_to": "nowhere"}),
    "of a type that nobody writes": ("example.query", GOOD, {"reply_to": "nowhere", "content_type": "a/b"}),
    "of a method that does not exist": ("example.x", GOOD, {"content_type": "application/json"}),
    "that is no call": ("example.query", b"[1]", {"content_type": "application/json", "reply_to": "nowhere"}),
    "that is no JSON": ("example.query", b"{", {"content_type": "application/json", "reply_to": "nowhere"}),
}


@pytest.mark.parametrize("kind", POISON)
def test_a_call_that_cannot_be_answered_ends_nothing(
    kind: str, example: Any, channel: BlockingChannel, await_true: Callable[..., None]
) -> None:
    key, body, properties = POISON[kind]
    channel.exchange_declare(RPC_EXCHANGE, "topic", durable=True)
    with example.host() as host:
        await_true(lambda: _ask(channel) is not None, "an answer before")
        channel.basic_publish(RPC_EXCHANGE, key, body, pika.BasicProperties(**properties), mandatory=True)
        await_true(lambda: _ask(channel) is not None, "an answer afterwards")
        await_true(lambda: _waiting(channel) == 0, "the call to be acknowledged")
        assert host.poll() is None


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
