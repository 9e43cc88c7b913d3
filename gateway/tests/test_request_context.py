"""Ids in and out, the line in the log, and what happens when the gateway itself fails."""

import re

import httpx
import pytest
import structlog

from gateway.http.request_context import next_traceparent
from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio
TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"


async def test_ids_go_in_and_come_out(client: httpx.AsyncClient, bus: FakeBus) -> None:
    answer = await client.get(
        "/v1/funds/donations", headers={"X-Correlation-Id": "a_B-9", "traceparent": TRACE}
    )
    assert answer.headers["X-Correlation-Id"] == bus.last.correlation_id == "a_B-9"
    assert answer.headers["traceparent"] == bus.last.traceparent
    assert bus.last.traceparent.startswith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
    assert bus.last.traceparent.endswith("-00")
    assert "00f067aa0ba902b7" not in bus.last.traceparent


async def test_ids_are_made_where_none_came(client: httpx.AsyncClient, bus: FakeBus) -> None:
    await client.get("/v1/funds/donations")
    assert re.fullmatch(r"req_[0-9a-f]{32}", bus.last.correlation_id)
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-01", bus.last.traceparent or "")


@pytest.mark.parametrize("bad", ["a b", "x" * 81, "é", "a\tb", ""])
async def test_a_bad_correlation_id_is_refused_and_not_repeated(
    client: httpx.AsyncClient, bus: FakeBus, bad: str
) -> None:
    answer = await client.get("/v1/funds/donations", headers=[(b"X-Correlation-Id", bad.encode())])
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "X-Correlation-Id"
    assert answer.headers["X-Correlation-Id"] != bad
    assert not bus.calls


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "junk",
        TRACE.upper(),
        f"00-{'0' * 32}-00f067aa0ba902b7-01",
        TRACE.replace("00f067aa0ba902b7", "0" * 16),
    ],
)
def test_a_bad_trace_is_begun_anew(bad: str) -> None:
    assert "4bf92f3577b34da6a3ce929d0e0e4736" not in next_traceparent(bad)


async def test_each_request_is_one_line_without_bodies(
    client: httpx.AsyncClient, signed_in: dict[str, str]
) -> None:
    with structlog.testing.capture_logs() as lines:
        await client.post("/v1/funds/drives/d/donations?x=secret", json={"name": "secret"}, headers=signed_in)
    [line] = [line for line in lines if line["event"] == "request"]
    assert (line["method"], line["path"], line["status"]) == ("POST", "/v1/funds/drives/d/donations", 422)
    assert line["slug"] == "invalid-input"
    assert "secret" not in str(lines)


async def test_a_failure_of_the_gateway_is_a_problem_that_tells_nothing_but_its_number(
    client: httpx.AsyncClient, bus: FakeBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        message = "inner detail"
        raise RuntimeError(message)

    monkeypatch.setattr(bus, "call", fail)
    answer = await client.get("/v1/funds/donations", headers={"X-Correlation-Id": "cor_9"})
    assert answer.status_code == 500
    assert answer.json()["type"] == "/problems/internal-error"
    assert "cor_9" in answer.json()["detail"]
    assert "inner detail" not in answer.text
