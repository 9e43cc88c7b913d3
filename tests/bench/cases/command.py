"""Durable commands per second: gateway, bus, host and commit, against an endpoint that inserts by itself."""

import asyncio
import subprocess
import sys
import time
from pathlib import Path

import httpx

from bench.ground import report, wait_for
from bench.subject import Subject
from chungtay.ports import any_free

CLIENTS, COUNT, WARM_UP = 16, 1_000, 100


async def _load(url: str, path: str, token: str, count: int) -> float:
    """Send commands from several clients at once, and return how many were done in a second."""
    numbers = iter(range(count))

    async def one(client: httpx.AsyncClient) -> None:
        for number in numbers:
            body = {"board": f"board-{number % 100}", "text": "a note"}
            headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"{count}-{number}"}
            answer = await client.post(path, json=body, headers=headers)
            answer.raise_for_status()

    limits = httpx.Limits(max_connections=CLIENTS)
    async with httpx.AsyncClient(base_url=url, timeout=30, limits=limits) as client:
        began = time.perf_counter()
        await asyncio.gather(*(one(client) for _ in range(CLIENTS)))
        return count / (time.perf_counter() - began)


def _measure(url: str, path: str, token: str) -> float:
    asyncio.run(_load(url, path, token, WARM_UP))
    return asyncio.run(_load(url, path, token, COUNT))


def ours(amqp_url: str, home: Path) -> float:
    """Send commands through the gateway."""
    subject = Subject(amqp_url, home)
    [port] = any_free(1)
    subject.environment["GATEWAY_PORT"] = str(port)
    url = f"http://127.0.0.1:{port}"
    with subject.running(("gateway",)):
        wait_for(f"{url}/v1/example/notes?board=b")
        return _measure(url, "/v1/example/notes", subject.token())


def peer(_amqp_url: str, home: Path) -> float:
    """Send the same to a bare FastAPI endpoint."""
    [port] = any_free(1)
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "bench.direct",
        str(home / "direct.db"),
        str(port),
    ]
    process = subprocess.Popen(command)
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{url}/notes")
        return _measure(url, "/notes", "no token is asked")
    finally:
        process.terminate()
        process.wait()


ROLES = {"ours": ours, "peer": peer}

if __name__ == "__main__":
    report(ROLES)
