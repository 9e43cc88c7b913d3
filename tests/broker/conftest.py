"""One service on a real broker, as its own processes: prepare, host, relay."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pika
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, OKPKey

from shared.clock import system_clock
from shared.database import Database
from shared.settings import Settings

LIMIT_SECONDS = 30


def wait_until(true: Callable[[], bool], what: str, limit: float = LIMIT_SECONDS) -> None:
    """Wait for a thing that must come true; fail with its name if it does not."""
    end = time.monotonic() + limit
    pause = threading.Event()
    while not true():
        if time.monotonic() > end:
            pytest.fail(f"did not come true within {limit} s: {what}")
        pause.wait(0.02)


class Agency:
    """The example service with its own database and processes on a broker."""

    def __init__(self, home: Path, amqp_url: str) -> None:
        self.home, self.amqp_url = home, amqp_url
        self.key = OKPKey.generate_key("Ed25519", {"kid": "test"})
        (home / "jwks.json").write_text(json.dumps(KeySet([self.key]).as_dict(private=False)))
        self.environment = {
            **os.environ,
            "AMQP_URL": amqp_url,
            "DATABASE_URL": f"sqlite:///{home}/example.db",
            "VAR_DIR": str(home),
            "KEYS_DIR": str(home),
            "LOG_LEVEL": "INFO",
        }
        self.database = Database(self.environment["DATABASE_URL"])

    def prepare(self) -> None:
        self._run("shared.host", "prepare", "shared.example").wait(LIMIT_SECONDS)

    @contextmanager
    def relay(self) -> Iterator[subprocess.Popen[bytes]]:
        yield from _ended(self._run("shared.bus.relay", "shared.example"))

    @contextmanager
    def host(self) -> Iterator[subprocess.Popen[bytes]]:
        yield from _ended(self._run("shared.host", "run", "shared.example"))

    def token(self) -> str:
        settings = Settings()
        now = int(system_clock().timestamp())
        claims = {
            "iss": settings.token_issuer,
            "aud": settings.token_audience,
            "sub": "usr_synthetic",
            "agency": "btt-mttq-tinh",
            "unit": "19",
            "exp": now + 600,
        }
        return jwt.encode({"alg": "EdDSA", "kid": "test"}, claims, self.key, algorithms=["EdDSA"])

    def _run(self, *arguments: str) -> subprocess.Popen[bytes]:
        log = (self.home / f"{arguments[0]}.log").open("ab")
        return subprocess.Popen(
            [sys.executable, "-m", *arguments], env=self.environment, stdout=log, stderr=subprocess.STDOUT
        )


def _ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        assert process.wait(LIMIT_SECONDS) is not None


@pytest.fixture
def example(tmp_path: Path, broker: str) -> Iterator[Agency]:
    """Give the example service, prepared; its queues are gone afterwards."""
    agency = Agency(tmp_path, broker)
    agency.prepare()
    yield agency
    connection = pika.BlockingConnection(pika.URLParameters(broker))
    for queue in ("example.inbox", "rpc-example"):
        connection.channel().queue_delete(queue)
    connection.close()


@pytest.fixture
def await_true() -> Callable[..., None]:
    """Give the way to wait for a thing."""
    return wait_until
