"""Addresses of services: who gets in, what is passed on, what comes back."""

import re
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from pydantic import JsonValue

from contracts.calls import Problem, Reply
from contracts.errors import Kind
from gateway.bus.port import BrokerUnavailable, ServiceUnavailable
from gateway.catalog import Catalog
from gateway.testing import FakeBus
from shared.sentences import codes_in

pytestmark = pytest.mark.anyio
DONATIONS = "/v1/funds/drives/drv_1/donations"


def problem_of(answer: httpx.Response, status: int, slug: str) -> dict[str, Any]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert (answer.status_code, body["status"], body["type"]) == (status, status, f"/problems/{slug}"), body
    return body


async def test_the_anonymous_command_never_reaches_the_service(
    client: httpx.AsyncClient, bus: FakeBus
) -> None:
    answer = await client.post(DONATIONS, json={"amount_vnd": 1})
    problem_of(answer, 401, "not-authenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert not bus.calls


async def test_the_anonymous_query_is_refused_unless_it_is_public(
    client: httpx.AsyncClient, bus: FakeBus
) -> None:
    problem_of(await client.get("/v1/funds/donations/don_1"), 401, "not-authenticated")
    assert not bus.calls
    assert (await client.get("/v1/funds/donations")).status_code == 200
    assert bus.last.token is None


@pytest.mark.parametrize("header", ["Bearer nonsense", "Basic dTpw", "Bearer", "Bearer a.b.c"])
async def test_a_bad_token_is_refused_even_where_none_is_needed(
    client: httpx.AsyncClient, bus: FakeBus, header: str
) -> None:
    problem_of(
        await client.get("/v1/funds/donations", headers={"Authorization": header}), 401, "not-authenticated"
    )
    assert not bus.calls


async def test_a_command_is_passed_on_with_the_address_in_its_payload(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str], token: str
) -> None:
    headers = {**signed_in, "Idempotency-Key": "k-1", "X-Correlation-Id": "cor_1"}
    answer = await client.post(DONATIONS, json={"amount_vnd": 5}, headers=headers)
    assert (answer.status_code, answer.json()) == (200, {"id": "don_1"})
    service, method, call = bus.calls[0]
    assert (service, method, call.name) == ("funds", "command", "record_donation")
    assert call.payload == {"drive_id": "drv_1", "amount_vnd": 5}
    assert (call.idempotency_key, call.correlation_id) == ("k-1", "cor_1")
    assert call.token not in {None, token}, "the caller's own token goes no further"
    assert answer.headers["Idempotency-Key"] == "k-1"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Idempotent-Replayed" not in answer.headers


async def test_a_command_without_a_key_gets_one_and_a_replay_is_told(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    bus.next = Reply(answer={}, replayed=True)
    answer = await client.post(DONATIONS, json={}, headers=signed_in)
    assert answer.headers["Idempotency-Key"] == bus.last.idempotency_key
    assert re.fullmatch(r"key_[0-9a-f]{32}", bus.last.idempotency_key)
    assert answer.headers["Idempotent-Replayed"] == "true"


@pytest.mark.parametrize("key", ["with space", "x" * 201])
async def test_a_bad_idempotency_key_is_named(
    client: httpx.AsyncClient, signed_in: dict[str, str], key: str
) -> None:
    answer = await client.post(DONATIONS, json={}, headers={**signed_in, "Idempotency-Key": key})
    assert problem_of(answer, 422, "invalid-input")["errors"][0]["field"] == "Idempotency-Key"


async def test_a_body_may_repeat_the_address_but_not_contradict_it(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    same = await client.post(DONATIONS, json={"drive_id": "drv_1"}, headers=signed_in)
    assert same.status_code == 200
    other = await client.post(DONATIONS, json={"drive_id": "drv_2"}, headers=signed_in)
    [error] = problem_of(other, 422, "invalid-input")["errors"]
    assert (error["field"], error["rule"]) == ("drive_id", "same-as-address")
    assert len(bus.calls) == 1


@pytest.mark.parametrize(
    ("query", "payload"),
    [
        ("", {}),
        ("?limit=5", {"limit": 5}),
        ("?limit=-5", {"limit": -5}),
        *((f"?limit={odd}", {"limit": odd}) for odd in ("5_000", "٥", "05", "1.0", "true", "", "5" * 20)),
        ("?unit=19", {"unit": ["19"]}),
        ("?unit=19&unit=164", {"unit": ["19", "164"]}),
    ],
)
async def test_query_parameters_become_the_payload(
    client: httpx.AsyncClient, bus: FakeBus, query: str, payload: dict[str, JsonValue]
) -> None:
    await client.get(f"/v1/funds/donations{query}")
    assert bus.last.payload == payload


async def test_unknown_parameters_are_named_on_reads_and_on_commands(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    read = problem_of(await client.get("/v1/funds/donations?colour=red"), 422, "invalid-input")
    assert read["errors"][0]["field"] == "colour"
    act = await client.post(f"{DONATIONS}?limit=1", json={}, headers=signed_in)
    assert problem_of(act, 422, "invalid-input")["errors"][0]["rule"] == "unknown-parameter"
    assert not bus.calls


async def test_fixed_words_win_over_parameters(client: httpx.AsyncClient, bus: FakeBus) -> None:
    await client.get("/v1/funds/donations/latest")
    assert bus.last.name == "latest_donation"


@pytest.mark.parametrize(
    ("content", "media_type", "status", "slug"),
    [
        (b"{", "application/json", 400, "malformed-json"),
        (b'{"a": NaN}', "application/json", 400, "malformed-json"),
        (b"\xff", "application/json", 400, "malformed-json"),
        (b"[" * 5000, "application/json", 400, "malformed-json"),
        (b"[]", "application/json", 422, "invalid-input"),
        (b"a=b", "application/x-www-form-urlencoded", 415, "wrong-content-type"),
        (b" " * (1024 * 1024 + 1), "application/json", 413, "body-too-large"),
        (b'{"a":' * 33 + b"1" + b"}" * 33, "application/json", 400, "body-too-deep"),
    ],
)
async def test_a_bad_body_is_a_problem(
    client: httpx.AsyncClient,
    bus: FakeBus,
    signed_in: dict[str, str],
    content: bytes,
    media_type: str,
    status: int,
    slug: str,
) -> None:
    answer = await client.post(DONATIONS, content=content, headers={**signed_in, "Content-Type": media_type})
    problem_of(answer, status, slug)
    assert not bus.calls


async def test_unknown_addresses_and_methods_are_problems(client: httpx.AsyncClient) -> None:
    for path in ("/v1/funds/nothing", "/v1/nobody/x", "/v1/funds", "/elsewhere"):
        assert path in problem_of(await client.get(path), 404, "unknown-route")["detail"]
    answer = await client.delete("/v1/funds/donations")
    problem_of(answer, 405, "method-not-allowed")
    assert answer.headers["Allow"] == "GET"


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (Kind.INVALID, 422),
        (Kind.UNAUTHENTICATED, 401),
        (Kind.FORBIDDEN, 403),
        (Kind.NOT_FOUND, 404),
        (Kind.CONFLICT, 409),
        (Kind.UNAVAILABLE, 503),
        (Kind.INTERNAL, 500),
    ],
)
async def test_each_kind_of_refusal_has_its_status_and_can_be_looked_up(
    client: httpx.AsyncClient, bus: FakeBus, kind: Kind, status: int
) -> None:
    problem = Problem(
        slug="fund-closed",
        kind=kind,
        detail={"vi": "Đã đóng.", "en": "Closed."},
        rule="r.1",
        agency="ban-vd-quy-tinh",
    )
    bus.next = Reply(problem=problem)
    body = problem_of(await client.get("/v1/funds/donations"), status, "fund-closed")
    assert (body["detail"], body["rule"], body["agency"]) == ("Đã đóng.", "r.1", "ban-vd-quy-tinh")
    assert body["instance"] == "/v1/funds/donations"
    assert (await client.get(body["type"])).json()["status"] == status


async def test_a_problem_speaks_the_readers_language(
    client: httpx.AsyncClient, catalog: Catalog, bus: FakeBus
) -> None:
    bus.next = ServiceUnavailable(catalog.service("funds"))
    vietnamese = await client.get("/v1/funds/donations")
    said = problem_of(vietnamese, 503, "service-unavailable")["detail"]
    assert "Ban vận động Quỹ" in said
    assert "Quỹ «Vì người nghèo»" in said
    assert codes_in(said) == []
    assert vietnamese.headers["Content-Language"] == "vi"
    english = await client.get("/v1/funds/donations", headers={"Accept-Language": "en-GB,en;q=0.9,vi;q=0.1"})
    body = problem_of(english, 503, "service-unavailable")
    assert "Mobilisation Board" in body["detail"]
    assert (body["agency"], english.headers["Content-Language"]) == ("ban-vd-quy-tinh", "en")
    assert "Accept-Language" in english.headers["Vary"]
    assert english.headers["Retry-After"]


async def test_without_a_broker_nothing_is_unknown_but_all_is_unavailable(
    client: httpx.AsyncClient, bus: FakeBus
) -> None:
    bus.connected, bus.next = False, BrokerUnavailable()
    for address in ("/v1/funds/donations", "/v1/nobody/x"):
        problem = problem_of(await client.get(address), 503, "broker-unavailable")
        assert problem["status"] == 503


async def test_public_reads_may_be_cached(client: httpx.AsyncClient, signed_in: dict[str, str]) -> None:
    first = await client.get("/v1/funds/donations")
    assert first.headers["Cache-Control"] == "public, max-age=5"
    again = await client.get(
        "/v1/funds/donations", headers={"If-None-Match": f'"other", W/{first.headers["ETag"]}'}
    )
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    mine = await client.get("/v1/funds/donations", headers=signed_in)
    assert mine.headers["Cache-Control"] == "private, max-age=5"
    closed = await client.get("/v1/funds/donations/don_1", headers=signed_in)
    assert closed.headers["Cache-Control"] == "no-store"
    assert "ETag" not in closed.headers


async def test_a_new_manifest_takes_effect_at_once(
    client: httpx.AsyncClient, catalog: Catalog, bus: FakeBus
) -> None:
    before = catalog.service("funds")
    problem_of(await client.get("/v1/critique/donations"), 404, "unknown-route")
    catalog.register(before.model_copy(update={"service": "critique"}), datetime.now(UTC))
    assert (await client.get("/v1/critique/donations")).status_code == 200
    assert bus.calls[-1][0] == "critique"
