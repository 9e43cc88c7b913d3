"""The example service as its own processes, signed in as the agency that owns it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pika

from bench.notes import service
from gateway.session.signer import Signer
from gateway.settings import GatewaySettings
from shared.bus.topology import inbox_of
from shared.clock import system_clock
from shared.key_registry import key_of

NOTES = "bench.notes"


class Subject:
    """Host and relay of the example on a broker, and the gateway's key, with which its agency signs in."""

    def __init__(self, amqp_url: str, home: Path) -> None:
        """Name the database and make the keys."""
        key_of(home, home, service.name, system_clock())
        self.database = home / "example.db"
        self._gateway = GatewaySettings(signing_dir=home / "signing", keys_dir=home)
        self.environment = {
            **os.environ,
            "AMQP_URL": amqp_url,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "VAR_DIR": str(home),
            "KEYS_DIR": str(home),
            "SERVICE_KEYS_DIR": str(home),
            "SIGNING_DIR": str(home / "signing"),
            "LOG_LEVEL": "WARNING",
            # A load generator is one address and one user.
            "ADDRESS_REQUESTS_PER_SECOND": "0",
            "USER_REQUESTS_PER_SECOND": "0",
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

    def token(self, user: str = "usr_synthetic") -> str:
        """Sign in as a user of the agency that owns the example."""
        claims = {"sub": user, "agency": "btt-mttq-tinh", "unit": "19"}
        return Signer.of(self._gateway).sign(claims, system_clock())

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
