"""The port on the real bus: a relay and two hosts as processes, on a broker and databases that are given.

Members of a group are `python -m shared.host run …` with one database; so what is tested is what runs.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pika

from shared.bus import topology
from shared.bus.doorbell import doorbell_of
from shared.conformance import first, second
from shared.conformance.port import Feature, Group
from shared.conformance.stored import StoredGroup, StoredPublisher
from shared.conformance.teller import service as teller

READY = b"inbox ready"
SECONDS = 30
DatabaseUrl = Callable[[str], str]


class Programs:
    """Starts and ends processes of the chassis; what they say goes to files of `home`."""

    def __init__(self, home: Path, environment: Mapping[str, str]) -> None:
        """Take the folder and the settings of every process."""
        self._home, self._environment, self._count = home, {**os.environ, **environment}, 0

    def start(self, ready: bytes, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start one; return once its log says that it is ready."""
        self._count += 1
        log = self._home / f"{self._count}-{arguments[-1]}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", *arguments],
                env={**self._environment, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        wait_until(lambda: ready in log.read_bytes(), f"{ready!r} in {log}")
        return process

    @staticmethod
    def stop(*processes: subprocess.Popen[bytes]) -> None:
        """Ask processes to end; they must end well and in time."""
        for each in processes:
            each.terminate()
        if any([each.wait(SECONDS) for each in processes]):
            message = f"ended badly: {[(each.args, each.returncode) for each in processes]}"
            raise AssertionError(message)


class ProcessGroup(StoredGroup):
    """A group whose members are hosts."""

    def __init__(self, programs: Programs, module: ModuleType, url: str) -> None:
        """Take the module that a host runs, and the group's database."""
        super().__init__(module.service, url)
        self._programs, self._module, self._url = programs, module.__name__, url
        self._members: list[subprocess.Popen[bytes]] = []

    def run(self, members: int) -> None:
        """Run so many hosts."""
        while len(self._members) < members:
            host = ("shared.host", "run", self._module)
            self._members.append(self._programs.start(READY, *host, DATABASE_URL=self._url))
        surplus, self._members = self._members[members:], self._members[:members]
        self._programs.stop(*surplus)

    def kill(self) -> None:
        """Kill every host."""
        while self._members:
            member = self._members.pop()
            member.kill()
            member.wait(SECONDS)


class ProcessConformance(StoredPublisher):
    """One relay and two groups of hosts on a broker. Everything runs from `open` to `close`."""

    missing: Mapping[Feature, str] = {}

    def __init__(self, home: Path, amqp_url: str, database_url: DatabaseUrl, queue: str) -> None:
        """Take a folder with a short path, the broker, each service's database, and the type of the inboxes."""
        self._url = database_url(teller.name)
        super().__init__(self._url, doorbell_of(teller.name, home))
        self._amqp_url, self._queue = amqp_url, queue
        settings = {"AMQP_URL": amqp_url, "VAR_DIR": str(home), "INBOX_QUEUE": queue, "LOG_LEVEL": "INFO"}
        self._programs = Programs(home, settings)
        self._groups = [
            ProcessGroup(self._programs, module, database_url(module.service.name))
            for module in (first, second)
        ]
        self.first: Group = self._groups[0]
        self.second: Group = self._groups[1]

    def open(self) -> None:
        """Make queues on the broker, then start everything; queues of an earlier run go first."""
        self._with_channel(self._declare)
        self.start_publisher()
        for group in self._groups:
            group.run(1)

    def close(self) -> None:
        """Stop everything in order and remove the queues."""
        for group in self._groups:
            group.run(0)
        self._programs.stop(self._relay)
        self._with_channel(self._delete)

    def start_publisher(self) -> None:
        """Start the relay."""
        self._relay = self._programs.start(
            b"relay ready", "shared.bus.relay", "shared.conformance.teller", DATABASE_URL=self._url
        )

    def stop_publisher(self) -> None:
        """Kill the relay."""
        self._relay.kill()
        self._relay.wait(SECONDS)

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Look until it is true."""
        wait_until(true, what)

    def _with_channel(self, act: Callable[[pika.adapters.blocking_connection.BlockingChannel], None]) -> None:
        connection = pika.BlockingConnection(pika.URLParameters(self._amqp_url))
        try:
            act(connection.channel())
        finally:
            connection.close()

    def _declare(self, channel: pika.adapters.blocking_connection.BlockingChannel) -> None:
        self._delete(channel)
        for group in self._groups:
            topology.declare(channel, group.stage.service, self._queue)
        topology.declare_exchange(channel, teller.name)

    def _delete(self, channel: pika.adapters.blocking_connection.BlockingChannel) -> None:
        for group in self._groups:
            channel.queue_delete(topology.inbox_of(group.stage.service.name))


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Look until a thing is true. Raises AssertionError with its name after a time limit."""
    end, pause = time.monotonic() + SECONDS, threading.Event()
    while not true():
        if time.monotonic() > end:
            raise AssertionError(what)
        pause.wait(0.02)
