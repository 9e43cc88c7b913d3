"""The server around the application: addresses behind a proxy, and heads that do not come."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from gateway.serving import HeadInTime, server_options
from gateway.settings import GatewaySettings

pytestmark = pytest.mark.anyio
PATIENCE_SECONDS = 15
FORWARDED = [(b"x-forwarded-for", b"192.0.2.66, 203.0.113.9")]
HEAD = b"GET / HTTP/1.1\r\nHost: gateway\r\n"


async def told(scope: Scope, _: Receive, send: Send) -> None:
    """Answer with the address that the request has."""
    body = scope["client"][0].encode()
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.mark.parametrize(
    ("trusted", "connected", "address"),
    [
        ("", "127.0.0.1", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("10.0.0.0/8, 203.0.113.0/24", "10.1.2.3", "192.0.2.66"),
    ],
)
async def test_only_a_trusted_proxy_says_who_asks(
    settings: GatewaySettings, trusted: str, connected: str, address: str
) -> None:
    options = server_options(settings.model_copy(update={"trusted_proxies": trusted}))
    config = uvicorn.Config(told, **options)
    config.load()
    sent = list[dict[str, Any]]()

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "client": (connected, 1), "scheme": "http", "headers": FORWARDED}
    await config.loaded_app(scope, None, send)
    assert sent[1]["body"] == address.encode()


async def test_a_head_that_does_not_come_ends_the_connection(settings: GatewaySettings) -> None:
    async with serving(settings.model_copy(update={"request_seconds": 0.01})) as (port, _):
        for part in (b"", HEAD):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(part)
            assert await reader.read() == b"", "closed without a word"
            writer.close()


async def test_a_head_that_comes_in_parts_is_answered_and_the_next_one_too(settings: GatewaySettings) -> None:
    async with serving(settings) as (port, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(2):
            writer.write(HEAD)
            await writer.drain()
            writer.write(b"\r\n")
            answer = await reader.readuntil(b"127.0.0.1")
            assert answer.startswith(b"HTTP/1.1 200")
        writer.write(HEAD + b"Connection: close\r\n\r\n")
        assert (await reader.read()).startswith(b"HTTP/1.1 200")
        writer.close()


async def test_a_second_head_that_does_not_come_ends_the_connection_too(settings: GatewaySettings) -> None:
    async with serving(settings) as (port, protocol):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HEAD + b"\r\n")
        await reader.readuntil(b"127.0.0.1")
        protocol.seconds = 0.01
        writer.write(HEAD)
        assert await reader.read() == b""
        writer.close()


@asynccontextmanager
async def serving(settings: GatewaySettings) -> AsyncIterator[tuple[int, type[HeadInTime]]]:
    """Serve on some port for the block; gives it, and the protocol that is spoken there."""
    options = {**server_options(settings), "port": 0, "lifespan": "off"}
    server = uvicorn.Server(uvicorn.Config(told, **options))
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - the server has no event for it
        await asyncio.sleep(0.005)
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            yield server.servers[0].sockets[0].getsockname()[1], options["http"]
    finally:
        server.should_exit = True
        await running
