"""Commands sent by wrk: a generator in C that leaves the machine to those who are measured."""

import re
import shutil
import subprocess
from pathlib import Path

from chungtay.broker import apt
from chungtay.problems import Problem

SECONDS, WARM_UP_SECONDS = 4, 1
RATE = re.compile(r"^Requests/sec:\s+([\d.]+)$", re.MULTILINE)
FAILED = re.compile(r"^\s*(Non-2xx.*|Socket errors.*)$", re.MULTILINE)
# Each command has a key of its own, so that each is carried out; a hundred boards as in every case.
SCRIPT = """
local sent = 0
local headers = {["Content-Type"] = "application/json", ["Authorization"] = "Bearer TOKEN"}
request = function()
  sent = sent + 1
  headers["Idempotency-Key"] = "KEYS-" .. sent
  local body = '{"board": "board-' .. sent % 100 .. '", "text": "a note"}'
  return wrk.format("POST", nil, headers, body)
end
"""


def commands_per_second(
    address: str, token: str, connections: int, home: Path, script: str = SCRIPT
) -> float:
    """Send commands over so many connections, and return how many were done in a second.

    Raises Problem where one of them fails, or wrk is missing.
    """
    told = script.replace("TOKEN", token)
    _send(address, told, connections, home, "warm-up", WARM_UP_SECONDS)
    return _send(address, told, connections, home, f"at-{connections}", SECONDS)


def _send(address: str, told: str, connections: int, home: Path, keys: str, seconds: int) -> float:
    script = home / f"{keys}.lua"
    script.write_text(told.replace("KEYS", keys), "utf-8")
    size = ("--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s")
    command = [wrk(), *size, "--timeout", "30s", "--script", str(script), address]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    rate = RATE.search(done.stdout)
    if rate is None or FAILED.search(done.stdout):
        message = f"{address}: {(done.stdout + done.stderr).strip()[-400:]}"
        raise Problem(message)
    return float(rate.group(1))


def wrk() -> str:
    """Return the program; root on Debian gets it installed. Raises Problem."""
    if shutil.which("wrk") is None and apt.can_install():
        apt.install("wrk")
    found = shutil.which("wrk")
    if found is None:
        message = "the load generator wrk is missing; install your system's package of that name"
        raise Problem(message)
    return found
