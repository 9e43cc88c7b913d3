"""The gateway's bus on a real RabbitMQ."""

import asyncio
import socket
import time
from collections.abc import Callable
from typing import Any

import pika
import pytest

from contracts.calls import Call, Reply
from contracts.manifest import Manifest
from gateway.bus.port import BrokerUnavailable, ServiceFailed, ServiceUnavailable
from gateway.bus.rabbit import RabbitBus
from gateway.http.errors import BodyTooLarge
from shared.bus.topology import ALL_MANIFESTS, reading_host_of

pytestmark = pytest.mark.anyio
CALL = Call(name="do_it", payload={"tên": "Thái Nguyên"}, correlation_id="cor_1", idempotency_key="k")


def good(call: dict[str, Any]) -> dict[str, Any]:
    return {"result": Reply(answer={"echo": call["payload"]}).model_dump(mode="json"), "error": None}


def fail(_: dict[str, Any]) -> dict[str, Any]:
    return {"result": None, "error": {"exc_type": "RuntimeError", "value": "inner detail"}}


def stay_silent(_: dict[str, Any]) -> None:
    return None


async def test_a_call_is_answered(bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any]) -> None:
    service = respond(good)
    reply = await bus.call(manifest, "command", CALL)
    assert reply.answer == {"echo": {"tên": "Thái Nguyên"}}
    [received] = service.received
    assert (received["key"], received["name"], received["idempotency_key"]) == (
        "bustest.command",
        "do_it",
        "k",
    )
    # Two seconds in all: in the queue, until the service begins, and the rest for the act.
    assert (received["expiration"], received["milliseconds"]) == ("800", 800)


async def test_a_probe_that_hangs_takes_no_more_than_the_time_limit(
    bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    respond(good)

    async def hang(_: str) -> int:
        await asyncio.Event().wait()
        return 1

    monkeypatch.setattr(rpc_of(bus), "listeners", hang)
    with pytest.raises((ServiceUnavailable, BrokerUnavailable)):
        await bus.call(manifest, "command", CALL)


async def test_a_body_too_large_for_the_bus_is_refused_and_nobody_else_suffers(
    bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any]
) -> None:
    respond(good)
    with pytest.raises(BodyTooLarge):
        await bus.call(manifest, "command", CALL.model_copy(update={"payload": {"x": "đ" * 7_000_000}}))
    text = "đ" * 1_000_000
    reply = await bus.call(manifest, "command", CALL.model_copy(update={"payload": {"x": text}}))
    assert reply.answer == {"echo": {"x": text}}


async def test_many_calls_at_once_get_each_its_own_answer(
    bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any]
) -> None:
    respond(good)
    calls = [CALL.model_copy(update={"payload": {"n": n}}) for n in range(50)]
    replies = await asyncio.gather(*(bus.call(manifest, "query", call) for call in calls))
    assert [reply.answer for reply in replies] == [{"echo": {"n": n}} for n in range(50)]


async def test_a_host_for_readings_is_asked_first_and_the_others_when_it_is_gone(
    bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any]
) -> None:
    service, apart = respond(good), respond(good, reading_host_of("bustest"))
    for method in ("command", "query", "explain"):
        assert (await bus.call(manifest, method, CALL)).answer
    assert [each["key"] for each in service.received] == ["bustest.command", "bustest.explain"]
    assert [each["key"] for each in apart.received] == ["bustest.readings.query"]
    apart.stop()
    bus._heard.clear()  # a second later
    assert (await bus.call(manifest, "query", CALL)).answer
    assert service.received[-1]["key"] == "bustest.query"


async def test_who_has_no_host_for_readings_is_not_asked_for_one_at_each_call(
    bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, rpc = list[str](), rpc_of(bus)
    probe = rpc.listeners

    async def count(host: str) -> int:
        asked.append(host)
        return int(await probe(host))

    respond(good)
    monkeypatch.setattr(rpc, "listeners", count)
    await asyncio.gather(*(bus.call(manifest, "query", CALL) for _ in range(5)))
    await bus.call(manifest, "query", CALL)
    assert asked.count(reading_host_of("bustest")) == 1


@pytest.mark.parametrize("answer", [fail, lambda _: {"nonsense": 1}, lambda _: {"result": {"answer": 5}}])
async def test_what_is_no_reply_is_told_without_its_inside(
    bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any], answer: Callable[..., Any]
) -> None:
    respond(answer)
    with pytest.raises(ServiceFailed) as refused:
        await bus.call(manifest, "command", CALL)
    assert "inner detail" not in str(refused.value.sentences())


async def test_a_service_that_never_was_is_unavailable_at_once(bus: RabbitBus, manifest: Manifest) -> None:
    started = time.monotonic()
    with pytest.raises(ServiceUnavailable, match="Standing Board"):
        await bus.call(manifest, "command", CALL)
    assert time.monotonic() - started < 1
    assert await bus.listeners("bustest") == 0


async def test_a_service_that_is_down_is_unavailable_at_once_and_gets_nothing_later(
    bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any]
) -> None:
    respond(good).stop()
    started = time.monotonic()
    with pytest.raises(ServiceUnavailable):
        await bus.call(manifest, "command", CALL)
    assert time.monotonic() - started < 1
    again = respond(good)
    await bus.call(manifest, "query", CALL)
    assert [each["key"] for each in again.received] == ["bustest.query"]


async def test_a_service_that_is_silent_is_unavailable_after_the_time_limit(
    bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any]
) -> None:
    respond(stay_silent)
    with pytest.raises(ServiceUnavailable):
        await bus.call(manifest, "command", CALL)


async def test_manifests_are_read_from_the_first_one_and_as_they_come(
    bus: RabbitBus, broker: str, manifest: Manifest, manifests_read: list[bytes], until: Callable[..., Any]
) -> None:
    def publish(version: str) -> bytes:
        body = manifest.model_copy(update={"version": version}).model_dump_json().encode()
        with pika.BlockingConnection(pika.URLParameters(broker)) as connection:
            connection.channel().basic_publish(ALL_MANIFESTS, "", body)
        return body

    first = publish("1.0.0")
    await until(lambda: first in manifests_read)
    manifests_read.clear()
    rpc_of(bus).connection.close()
    await until(lambda: first in manifests_read)
    second = publish("1.0.1")
    await until(lambda: second in manifests_read)


async def test_a_lost_connection_is_told_to_who_waits_and_is_made_again(
    bus: RabbitBus, manifest: Manifest, respond: Callable[..., Any], until: Callable[..., Any]
) -> None:
    service = respond(stay_silent)
    waiting = asyncio.create_task(bus.call(manifest, "command", CALL))
    await until(lambda: bool(service.received))
    rpc_of(bus).connection.inner._transport._sock.shutdown(socket.SHUT_RDWR)
    with pytest.raises(BrokerUnavailable):
        await waiting
    await until(lambda: bus.connected)
    assert await bus.listeners("bustest") == 1


def rpc_of(bus: RabbitBus) -> Any:
    return bus._rpc
