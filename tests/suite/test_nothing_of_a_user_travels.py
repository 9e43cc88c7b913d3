"""A user's own token ends at the gateway: it is in no message, no log and no file of the whole suite."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import httpx
import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel

from chungtay.broker.definitions import ADMINISTRATOR
from chungtay.suite import SERVICES
from chungtay.up import Suite
from chungtay.waiting import wait_until
from contracts.calls import RPC_EXCHANGE, Call, Reply
from shared.bus.topology import ALL_EVENTS, ALL_MANIFESTS
from shared.ids import new_id
from support.running import address_of

SPY = "spy"
SECONDS = 20
DRIVE = {
    "fund_kind": "for_the_poor",
    "unit_code": "19",
    "name": "Tháng cao điểm «Vì người nghèo» (dữ liệu thử)",
    "start_on": "2017-10-17",
    "end_on": "2017-11-18",
    "target_vnd": 1_000_000,
    "occurred_on": "2017-10-17",
}


@pytest.fixture
def token(suite: Suite) -> str:
    answer = httpx.post(f"{suite.url}/v1/session", json={"account": "ban-vd-quy-tinh", "operator": True})
    return str(answer.json()["access_token"])


@contextmanager
def as_administrator(suite: Suite) -> Iterator[BlockingChannel]:
    parameters = pika.URLParameters(address_of(suite, ADMINISTRATOR))
    with pika.BlockingConnection(parameters) as connection:
        yield connection.channel()


class Spy:
    """Hears every message of every exchange."""

    def __init__(self, channel: BlockingChannel) -> None:
        self._channel = channel
        self.messages: list[str] = []
        channel.queue_declare(SPY, exclusive=True)
        for exchange in (RPC_EXCHANGE, ALL_EVENTS, ALL_MANIFESTS):
            channel.queue_bind(SPY, exchange, "#")

    def has_heard(self, *words: str) -> bool:
        """Listen to what has come, and say whether one message has all these words."""
        while (found := self._channel.basic_get(SPY, auto_ack=True))[0] is not None:
            self.messages.append(f"{found[0]} {found[1]} {found[2]!r}")
        return any(all(word in each for word in words) for each in self.messages)


@pytest.fixture
def spy(suite: Suite) -> Iterator[Spy]:
    with as_administrator(suite) as channel:
        yield Spy(channel)


def use_everything(suite: Suite, token: str) -> str:
    """Command, query, explain and tasks, at every service; return the drive's id."""
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=f"{suite.url}/v1", headers=headers, timeout=30) as http:
        opened = http.post("/funds/drives", json=DRIVE, headers={"Idempotency-Key": new_id("key")})
        assert opened.status_code == 200, opened.text
        assert http.get("/tasks").status_code == 200
        for service in SERVICES:
            explained = http.get(
                "/authority/explain", params={"service": service, "operation": "service_status"}
            )
            assert explained.status_code == 200, explained.text
        return str(opened.json()["drive_id"])


def files_with(home: Path, secret: bytes) -> list[str]:
    """Name every file of a suite that holds these bytes: logs, databases, and the broker's own."""
    found = (path for path in home.rglob("*") if path.is_file() and not path.is_symlink())
    return [str(path) for path in found if secret in path.read_bytes()]


def test_a_users_token_is_in_no_message_no_log_and_no_file(suite: Suite, token: str, spy: Spy) -> None:
    signature = token.rpartition(".")[2]
    drive = use_everything(suite, token)
    assert wait_until(lambda: spy.has_heard("drive_opened", drive), seconds=SECONDS), "the event is told"
    for service in SERVICES:
        assert spy.has_heard(f"{service}.explain", '"token"', '"eyJ'), "call tokens travel"
    assert not spy.has_heard(signature)
    assert files_with(suite.home.var, drive.encode()), "the search finds what is there"
    assert not files_with(suite.home.var, signature.encode())


def test_a_users_own_token_is_refused_by_a_service_that_gets_it_over_the_bus(
    suite: Suite, token: str
) -> None:
    assert slug_of(asked(suite, "funds", token)) == "not-authenticated"


def test_a_token_that_one_service_got_is_refused_by_another(suite: Suite, token: str, spy: Spy) -> None:
    use_everything(suite, token)
    assert spy.has_heard("funds.command")
    [of_funds, *_] = [part for each in spy.messages if "funds.command" in each for part in tokens_in(each)]
    assert slug_of(asked(suite, "funds", of_funds)) is None
    others = {slug_of(asked(suite, service, of_funds)) for service in SERVICES if service != "funds"}
    assert others == {"not-authenticated"}


def tokens_in(message: str) -> list[str]:
    return [part for part in message.replace('"', " ").split() if part.startswith("eyJ")]


def slug_of(reply: Reply) -> str | None:
    return reply.problem.slug if reply.problem else None


def asked(suite: Suite, service: str, token: str) -> Reply:
    """Ask a service for its status over the bus, past the gateway, with a token."""
    call = Call(name="service_status", token=token, correlation_id=new_id("req"))
    body = json.dumps({"args": [call.model_dump(mode="json")], "kwargs": {}}).encode()
    answers_to = f"reply.{service}.{uuid4()}"
    with as_administrator(suite) as channel:
        queue = channel.queue_declare("", exclusive=True).method.queue
        channel.queue_bind(queue, RPC_EXCHANGE, answers_to)
        told = pika.BasicProperties(
            reply_to=answers_to,
            correlation_id=call.correlation_id,
            content_type="application/json",
            content_encoding="utf-8",
        )
        channel.basic_publish(RPC_EXCHANGE, f"{service}.query", body, told)
        _, _, answer = next(channel.consume(queue, auto_ack=True, inactivity_timeout=SECONDS))
        assert answer is not None, f"{service} did not answer"
        return Reply.model_validate(json.loads(answer)["result"])
