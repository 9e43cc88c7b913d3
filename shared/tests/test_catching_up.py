from typing import Any, cast

import pytest
from pika.adapters.blocking_connection import BlockingConnection
from pika.exceptions import ChannelClosedByBroker

from shared.bus import catching_up
from shared.example import service

NO_LEADER = (
    "NOT_FOUND - home node 'x@y' of durable queue 'example.inbox' in vhost '/' is down or inaccessible"
)
NO_QUEUE = "NOT_FOUND - no queue 'example.inbox' in vhost '/'"


class Broker:
    """Answers each question for a queue with one refusal; it is its own channel."""

    def __init__(self, refusal: str) -> None:
        self.refusal = refusal

    def channel(self) -> "Broker":
        return self

    def queue_declare(self, _name: str, **_options: Any) -> None:
        raise ChannelClosedByBroker(404, self.refusal)


def has_queue(refusal: str) -> bool:
    return catching_up._has_queue(cast("BlockingConnection", Broker(refusal)), service)


def test_a_queue_that_nobody_made_leaves_a_gap() -> None:
    assert not has_queue(NO_QUEUE)


def test_a_queue_without_a_leader_is_no_gap() -> None:
    with pytest.raises(ChannelClosedByBroker):
        has_queue(NO_LEADER)
