"""A host that has no broker: it waits for one, and ends when it is told to."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 1  # no port that anybody listens to
SECONDS = 30


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def silent() -> Iterator[int]:
    """Give the port of a broker that takes connections and says nothing, as one that hangs does."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.fixture(params=["nobody", "silent"])
def port(request: pytest.FixtureRequest, silent: int) -> int:
    return silent if request.param == "silent" else NOBODY


@pytest.fixture
def host(tmp_path: Path, log: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    settings = {
        "AMQP_URL": f"amqp://guest:guest@127.0.0.1:{port}/",
        "DATABASE_URL": f"sqlite:///{tmp_path}/example.db",
        "VAR_DIR": str(tmp_path),
        "LOG_LEVEL": "INFO",
    }
    command = [sys.executable, "-W", "ignore", "-m", "shared.host", "run", "shared.example"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, env={**os.environ, **settings}, stdout=output, stderr=output)
    yield process
    process.kill()
    process.wait()


def has_tried(log: Path) -> bool:
    end, pause = time.monotonic() + SECONDS, threading.Event()
    while log.read_text("utf-8").count("Error connecting to broker") == 0 and time.monotonic() < end:
        pause.wait(0.1)
    return time.monotonic() < end


def test_it_goes_on_trying_and_stops_when_it_is_told_to(host: subprocess.Popen[bytes], log: Path) -> None:
    assert has_tried(log)
    assert host.poll() is None
    host.send_signal(signal.SIGTERM)
    assert host.wait(10) == 0
    assert log.read_text("utf-8").count("Error connecting to broker") == 1, "the same is said once"
