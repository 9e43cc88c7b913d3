"""Durable commands per second: gateway, bus, host and commit, against endpoints that promise less."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.ground import Role, report, wait_for
from bench.load import commands_per_second
from bench.subject import Subject
from chungtay.ports import any_free

FEW, SOME, MANY = 16, 64, 256


@contextmanager
def gateway(amqp_url: str, home: Path) -> Iterator[tuple[str, str]]:
    """Run the example behind the gateway; give the address of its command and a token."""
    subject = Subject(amqp_url, home)
    [port] = any_free(1)
    subject.environment["GATEWAY_PORT"] = str(port)
    address = f"http://127.0.0.1:{port}/v1/example/notes"
    with subject.running(("gateway",)):
        wait_for(f"{address}?board=b")
        yield address, subject.token()


def ours(amqp_url: str, home: Path) -> dict[str, float]:
    """Send commands through the gateway, over few and over more connections."""
    with gateway(amqp_url, home) as (address, token):
        rates = {each: commands_per_second(address, token, each, home) for each in (FEW, SOME, MANY)}
    more = {f"commands_at_{each}": rates[each] for each in (SOME, MANY)}
    return {"figure": rates[FEW], **more}


def direct(_amqp_url: str, home: Path) -> float:
    """Send the same to a bare FastAPI endpoint."""
    [port] = any_free(1)
    return _peer(port, home, ["bench.direct", str(home / "direct.db"), str(port)])


def nameko(amqp_url: str, home: Path) -> float:
    """Send the same through nameko's own http, rpc and events."""
    [port] = any_free(1)
    plain = ["bench.green", "bench.plain_nameko"]
    written = [*plain, "notes", amqp_url, str(home / "plain.db")]
    return _peer(port, home, written, [*plain, "web", amqp_url, str(port)])


def _peer(port: int, home: Path, *modules: list[str]) -> float:
    with ExitStack() as stack:
        for module in modules:
            stack.enter_context(_running(module))
        address = f"http://127.0.0.1:{port}/notes"
        wait_for(address)
        return commands_per_second(address, "no token is asked", FEW, home)


@contextmanager
def _running(module: list[str]) -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-W", "ignore", "-m", *module])
    try:
        yield
    finally:
        process.terminate()
        process.wait()


ROLES: dict[str, Role] = {"ours": ours, "direct": direct, "nameko": nameko}

if __name__ == "__main__":
    report(ROLES)
