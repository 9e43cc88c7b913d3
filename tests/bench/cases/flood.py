"""Commands per second while one address floods the gateway with public reads, against the same in quiet."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.ground import Role, report, wait_for
from bench.load import commands_per_second, wrk
from bench.subject import Subject
from chungtay.ports import any_free

CONNECTIONS, READERS, USERS = 16, 64, 64
LONGEST_SECONDS = 60
# Commands come from many offices and users, each within its rate; reads ask for ever another board.
COMMANDS = """
local sent, tokens = 0, {"TOKEN"}
local headers = {["Content-Type"] = "application/json"}
request = function()
  sent = sent + 1
  headers["Idempotency-Key"] = "KEYS-" .. sent
  headers["Authorization"] = "Bearer " .. tokens[sent % #tokens + 1]
  headers["X-Forwarded-For"] = "198.51.100." .. sent % 250
  local body = '{"board": "board-' .. sent % 100 .. '", "text": "a note"}'
  return wrk.format("POST", nil, headers, body)
end
"""
READS = """
local sent = 0
local headers = {["X-Forwarded-For"] = "203.0.113.9"}
request = function()
  sent = sent + 1
  return wrk.format("GET", wrk.path .. "?board=board-" .. sent, headers)
end
"""


def flooded(amqp_url: str, home: Path) -> float:
    """Send commands while wrk asks as fast as it is answered, over 64 connections."""
    with _gateway(amqp_url, home) as (address, tokens), _flood(address, home):
        return commands_per_second(address, tokens, CONNECTIONS, home, COMMANDS)


def quiet(amqp_url: str, home: Path) -> float:
    """Send the same commands alone."""
    with _gateway(amqp_url, home) as (address, tokens):
        return commands_per_second(address, tokens, CONNECTIONS, home, COMMANDS)


@contextmanager
def _gateway(amqp_url: str, home: Path) -> Iterator[tuple[str, str]]:
    """Run the example behind a gateway with its own limits, which believes what wrk says of addresses."""
    subject = Subject(amqp_url, home)
    [port] = any_free(1)
    for limit in ("ADDRESS_REQUESTS_PER_SECOND", "USER_REQUESTS_PER_SECOND"):
        del subject.environment[limit]
    subject.environment |= {"GATEWAY_PORT": str(port), "TRUSTED_PROXIES": "127.0.0.1"}
    address = f"http://127.0.0.1:{port}/v1/example/notes"
    with subject.running(("gateway",)):
        wait_for(f"{address}?board=b")
        yield address, '", "'.join(subject.token(f"usr_synthetic_{each}") for each in range(USERS))


@contextmanager
def _flood(address: str, home: Path) -> Iterator[None]:
    script = home / "flood.lua"
    script.write_text(READS, "utf-8")
    size = ("--threads", "1", "--connections", str(READERS), "--duration", f"{LONGEST_SECONDS}s")
    process = subprocess.Popen([wrk(), *size, "--script", str(script), address], stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


ROLES: dict[str, Role] = {"ours": flooded, "quiet": quiet}

if __name__ == "__main__":
    report(ROLES)
