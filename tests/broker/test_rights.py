"""Everybody tries everything on a real broker: what succeeds is what the list of rights says, to the line."""

from collections.abc import Iterator
from pathlib import Path

import pika
import pytest
from pika.exceptions import AMQPError

from chungtay.broker.matrix import found_allowed
from chungtay.broker.members import members
from chungtay.broker.model import Broker
from shared.bus.topology import JOURNAL
from support.running import broker_with_definitions

LIST = Path(__file__).parents[2] / "infra" / "broker-rights.txt"


@pytest.fixture(scope="module")
def given() -> Iterator[Broker]:
    """Give a broker with the definitions of the suite."""
    with broker_with_definitions() as running:
        yield running


@pytest.mark.timeout(300)  # some ten thousand attempts
def test_what_the_users_may_do_is_the_list(given: Broker) -> None:
    found, listed = set(found_allowed(members(), given.address_of)), set(LIST.read_text("utf-8").splitlines())
    assert (sorted(found - listed), sorted(listed - found)) == ([], [])


def test_nobody_can_speak_as_another_user(given: Broker) -> None:
    with pika.BlockingConnection(pika.URLParameters(given.address_of("critique-relay"))) as connection:
        channel = connection.channel()
        channel.confirm_delivery()
        told = pika.BasicProperties(user_id="funds-relay")
        with pytest.raises(pika.exceptions.ChannelClosedByBroker, match="PRECONDITION_FAILED"):
            channel.basic_publish("critique.events", "draft_registered.v1", b"{}", told)


@pytest.mark.parametrize("user", ["funds", "operator", "gateway"])
def test_nobody_empties_the_journal(given: Broker, user: str) -> None:
    with pika.BlockingConnection(pika.URLParameters(given.address_of("funds-relay"))) as relay:
        relay.channel().basic_publish("funds.events", "drive_opened.v1", b"kept")
    connection = pika.BlockingConnection(pika.URLParameters(given.address_of(user)))
    with pytest.raises(AMQPError, match=r"NOT_IMPLEMENTED|ACCESS_REFUSED"):
        connection.channel().queue_purge(JOURNAL)
