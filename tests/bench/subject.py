"""The example service as its own processes, signed in as the agency that owns it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pika
from joserfc import jwt
from joserfc.jwk import KeySet, OKPKey

from bench.notes import service
from shared.bus.topology import inbox_of
from shared.settings import Settings

NOTES = "bench.notes"


class Subject:
    """Host and relay of the example on a broker, and the key that signs for its agency."""

    def __init__(self, amqp_url: str, home: Path) -> None:
        """Publish the key and name the database."""
        self.database = home / "example.db"
        self._key = OKPKey.generate_key("Ed25519", {"kid": "bench"})
        (home / "jwks.json").write_text(json.dumps(KeySet([self._key]).as_dict(private=False)))
        self.environment = {
            **os.environ,
            "AMQP_URL": amqp_url,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "VAR_DIR": str(home),
            "KEYS_DIR": str(home),
            "SIGNING_DIR": str(home / "signing"),
            "LOG_LEVEL": "WARNING",
        }

    @contextmanager
    def running(self, *more: tuple[str, ...]) -> Iterator[None]:
        """Prepare; then keep host, relay and `more` modules alive for the block."""
        self._forget_queue()
        self._start("shared.host", "prepare", NOTES).wait()
        modules = [("shared.host", "run", NOTES), ("shared.bus.relay", service.name), *more]
        with _alive([self._start(*module) for module in modules]):
            self._await_listening(service.name)
            yield

    @contextmanager
    def hearing(self, name: str, module: str, database: Path) -> Iterator[None]:
        """Keep a subscriber with its own database alive for the block."""
        address = f"sqlite:///{database}"
        self._start("shared.host", "prepare", module, DATABASE_URL=address).wait()
        with _alive([self._start("shared.host", "run", module, DATABASE_URL=address)]):
            self._await_listening(name)
            yield

    def _forget_queue(self) -> None:
        """Let nothing be bound that another case has bound."""
        with self._connected() as connection:
            connection.channel().queue_delete(inbox_of(service.name))

    def _await_listening(self, name: str) -> None:
        """Wait until a service has read the journal, which other cases have filled, and consumes."""
        with self._connected() as connection:
            channel = connection.channel()
            while not channel.queue_declare(inbox_of(name), passive=True).method.consumer_count:
                connection.sleep(0.05)

    def _connected(self) -> pika.BlockingConnection:
        return pika.BlockingConnection(pika.URLParameters(self.environment["AMQP_URL"]))

    def token(self) -> str:
        """Sign in as the agency that owns the example."""
        settings = Settings()
        claims = {
            "iss": settings.token_issuer,
            "aud": settings.token_audience,
            "exp": int(time.time()) + 3600,
            "sub": "usr_synthetic",
            "agency": "btt-mttq-tinh",
            "unit": "19",
        }
        return jwt.encode({"alg": "Ed25519", "kid": "bench"}, claims, self._key, algorithms=["Ed25519"])

    def _start(self, *command: str, **settings: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", *command], env={**self.environment, **settings}
        )


@contextmanager
def _alive(processes: Sequence[subprocess.Popen[bytes]]) -> Iterator[None]:
    try:
        yield
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()
