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
from pika.adapters.blocking_connection import BlockingChannel

from shared.clock import system_clock
from shared.database import Database
from shared.key_registry import key_of
from shared.tokens import CALL_TOKEN, GATEWAY

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

    def __init__(
        self,
        home: Path,
        amqp_url: str,
        database_url: str | None = None,
        module: str = "shared.example",
        relay_url: str | None = None,
        **environment: str,
    ) -> None:
        self.module = module
        self.home, self.amqp_url = home, amqp_url
        self.key = OKPKey.generate_key("Ed25519", {"kid": "test"})
        (home / "jwks.json").write_text(json.dumps(KeySet([self.key]).as_dict(private=False)))
        self.environment = {
            **os.environ,
            "AMQP_URL": amqp_url,
            "DATABASE_URL": database_url or f"sqlite:///{home}/example.db",
            "PYTHONPATH": str(home),
            "VAR_DIR": str(home),
            "KEYS_DIR": str(home),
            "SERVICE_KEYS_DIR": str(home),
            "LOG_LEVEL": "INFO",
            **environment,
        }
        self.signing_key = key_of(home, home, "example", system_clock())
        self.relay_url = relay_url or amqp_url
        self.database = Database(self.environment["DATABASE_URL"])

    def prepare(self) -> None:
        self._run("shared.host", "prepare", self.module).wait(LIMIT_SECONDS)

    @contextmanager
    def relay(self) -> Iterator[subprocess.Popen[bytes]]:
        yield from _ended(self._run("shared.bus.relay", "example", amqp_url=self.relay_url))

    @contextmanager
    def host(self) -> Iterator[subprocess.Popen[bytes]]:
        yield from _ended(self._run("shared.host", "run", self.module))

    def token(self) -> str:
        """Return a call token, as the gateway would sign it for the example."""
        now = int(system_clock().timestamp())
        claims = {
            "iss": GATEWAY,
            "aud": "example",
            "sub": "usr_synthetic",
            "agency": "btt-mttq-tinh",
            "unit": "19",
            "exp": now + 600,
        }
        header = {"alg": "EdDSA", "kid": "test", "typ": CALL_TOKEN}
        return jwt.encode(header, claims, self.key, algorithms=["EdDSA"])

    def log(self, program: str) -> str:
        """What `shared.host` or `shared.bus.relay` said."""
        return (self.home / f"{program}.log").read_text("utf-8")

    def _run(self, *arguments: str, amqp_url: str | None = None) -> subprocess.Popen[bytes]:
        log = (self.home / f"{arguments[0]}.log").open("ab")
        return subprocess.Popen(
            [sys.executable, "-m", *arguments],
            env={**self.environment, "AMQP_URL": amqp_url or self.amqp_url},
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        assert process.wait(LIMIT_SECONDS) is not None


@pytest.fixture
def channel(broker: str) -> Iterator[BlockingChannel]:
    """Give a channel with confirms."""
    connection = pika.BlockingConnection(pika.URLParameters(broker))
    opened = connection.channel()
    opened.confirm_delivery()
    yield opened
    connection.close()


@pytest.fixture
def agency(tmp_path: Path, broker: str, channel: BlockingChannel) -> Iterator[Callable[..., Agency]]:
    """Give the way to prepare the example service, or a variant.

    Its queues are gone afterwards, and the journal, which the next one would read.
    """

    def prepared(**options: str) -> Agency:
        made = Agency(tmp_path, broker, **options)
        made.prepare()
        return made

    yield prepared
    for queue in ("example.inbox", "rpc-example", "journal"):
        channel.queue_delete(queue)


@pytest.fixture
def agency_of() -> Callable[..., Agency]:
    """Give the way to prepare the example service on any broker."""

    def prepared(home: Path, amqp_url: str, **options: str) -> Agency:
        made = Agency(home, amqp_url, **options)
        made.prepare()
        return made

    return prepared


@pytest.fixture
def example(agency: Callable[..., Agency]) -> Agency:
    """Give the example service."""
    return agency()


@pytest.fixture
def await_true() -> Callable[..., None]:
    """Give the way to wait for a thing."""
    return wait_until
