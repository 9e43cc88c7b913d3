"""Bodies that are too large, too slow, too deep, or never end."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import httpx
import pytest
import structlog
from starlette.types import Message

from gateway.app import assemble
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.settings import GatewaySettings
from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio
ACT, UPLOAD = "/v1/funds/drives/drv_1/donations", "/v1/funds/lists"
MIB = 1024 * 1024
MOST_CHUNKS = 100


@pytest.fixture
def headers(signed_in: dict[str, str]) -> dict[str, str]:
    return {**signed_in, "Content-Type": "application/json"}


@pytest.fixture
def catalog(catalog: Catalog) -> Catalog:
    """Give funds a command that carries a file."""
    funds = catalog.service("funds")
    [act] = funds.commands
    file = {"anyOf": [{"type": "string", "format": "base64"}, {"type": "null"}]}
    schema = {"type": "object", "properties": {"content_base64": file}}
    upload = act.model_copy(update={"name": "upload", "path": "/lists", "input_schema": schema})
    catalog.register(funds.model_copy(update={"commands": [act, upload]}), datetime.now(UTC))
    return catalog


class Endless:
    """A body of ever more chunks, of which it counts those that were taken; too many fail the test."""

    def __init__(self) -> None:
        self.taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            assert self.taken < MOST_CHUNKS, "the gateway reads on and on"
            self.taken += 1
            yield b" " * 65536


async def test_an_endless_body_is_cut_off_at_the_limit(
    client: httpx.AsyncClient, bus: FakeBus, headers: dict[str, str]
) -> None:
    body = Endless()
    answer = await client.post(ACT, content=body, headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/body-too-large")
    assert answer.headers["Connection"] == "close"
    assert body.taken * 65536 <= MIB + 2 * 65536
    assert not bus.calls


async def test_a_body_that_says_that_it_is_too_large_is_not_read(
    client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    body = Endless()
    answer = await client.post(ACT, content=body, headers={**headers, "Content-Length": str(MIB + 1)})
    assert (answer.status_code, body.taken) == (413, 0)
    assert answer.headers["Connection"] == "close"


async def test_a_file_may_be_larger_than_what_is_typed(
    client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    body = json.dumps({"content_base64": "A" * 2 * MIB}).encode()
    assert (await client.post(UPLOAD, content=body, headers=headers)).status_code == 200
    assert (await client.post(ACT, content=body, headers=headers)).status_code == 413
    assert (await client.post(UPLOAD, content=b" " * (8 * MIB + 1), headers=headers)).status_code == 413


async def test_a_body_that_does_not_come_is_waited_for_only_so_long(
    settings: GatewaySettings, bus: FakeBus, catalog: Catalog, headers: dict[str, str]
) -> None:
    async def stalling() -> AsyncIterator[bytes]:
        yield b'{"amount_vnd": '
        await asyncio.Event().wait()

    hurried = settings.model_copy(update={"request_seconds": 0.01})
    transport = httpx.ASGITransport(app=assemble(Gateway.of(hurried, bus, catalog)))
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as client:
        answer = await client.post(ACT, content=stalling(), headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (408, "/problems/body-too-slow")
    assert answer.headers["Connection"] == "close"
    assert not bus.calls


@pytest.mark.parametrize("opening", ['{"a":', '{"a":['])
async def test_depth_is_bounded_where_it_begins_to_be_odd(
    client: httpx.AsyncClient, bus: FakeBus, headers: dict[str, str], opening: str
) -> None:
    def nested(levels: int) -> bytes:
        texts = [opening] * (levels // (opening.count("{") + opening.count("[")))
        closing = "}" if opening.endswith(":") else "]}"
        return ("".join(texts) + "1" + closing * len(texts)).encode()

    assert (await client.post(ACT, content=nested(32), headers=headers)).status_code == 200
    bus.calls.clear()
    answer = await client.post(ACT, content=nested(34), headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/body-too-deep")
    assert not bus.calls


async def test_a_connection_whose_body_was_read_or_that_had_none_stays_open(
    client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    read = await client.post(ACT, content=b"{}", headers=headers)
    assert read.status_code == 200
    assert "Connection" not in read.headers
    assert "Connection" not in (await client.get("/v1/funds/donations")).headers


async def test_a_body_that_nobody_reads_ends_the_connection(client: httpx.AsyncClient) -> None:
    body = Endless()
    answer = await client.request("GET", "/v1/funds/donations", content=body)
    assert (answer.status_code, answer.headers["Connection"], body.taken) == (200, "close", 0)


async def test_one_who_goes_away_in_the_middle_is_no_failure(
    settings: GatewaySettings, bus: FakeBus, catalog: Catalog, headers: dict[str, str]
) -> None:
    app = assemble(Gateway.of(settings, bus, catalog))
    arriving: Iterator[Message] = iter(
        [{"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}]
    )

    async def receive() -> Message:
        return next(arriving)

    async def send(message: Message) -> None:
        pytest.fail(f"nobody is there for {message}")

    sent = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "POST", "path": ACT, "query_string": b"", "headers": sent}
    with structlog.testing.capture_logs() as lines:
        await app({**scope, "client": ("203.0.113.9", 1)}, receive, send)
    assert [(line["log_level"], line["slug"]) for line in lines] == [("info", "caller-gone")]
    assert not bus.calls
