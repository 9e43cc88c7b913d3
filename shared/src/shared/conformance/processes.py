"""The port on the real bus: a relay and two hosts as processes, on a broker and databases that are given.

Members of a group are `python -m shared.host run …` with one database; so what is tested is what runs.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Self

import pika
from pika.adapters.blocking_connection import BlockingChannel

from shared.bus import topology
from shared.bus.doorbell import doorbell_of
from shared.bus.queues import declare
from shared.clock import system_clock
from shared.conformance import first, second
from shared.conformance.port import Feature, Group
from shared.conformance.publisher import service as publisher
from shared.conformance.stored import StoredGroup, StoredPublisher
from shared.key_registry import key_of

READY = b"inbox ready"
SECONDS = 30
DatabaseUrl = Callable[[str], str]


class Programs:
    """Starts and ends processes of the chassis; what they say goes to files of `home`."""

    def __init__(self, home: Path, environment: Mapping[str, str]) -> None:
        """Take the folder and the settings of every process."""
        self._home, self._environment, self._count = home, {**os.environ, **environment}, count(1)

    def start(self, ready: bytes, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start one; return once its log says that it is ready."""
        log = self._home / f"{next(self._count)}-{arguments[-1]}.log"
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
        codes = [each.wait(SECONDS) for each in processes]
        if any(codes):
            message = f"ended badly: {codes} of {[each.args for each in processes]}"
            raise AssertionError(message)


class ProcessGroup(StoredGroup):
    """A group whose members are hosts, or so many hosts each."""

    def __init__(self, programs: Programs, module: ModuleType, url: str, queue: str, hosts: int) -> None:
        """Take what a host runs, the database, the type of the queue, and how many hosts a member is."""
        super().__init__(module.service, url)
        self._hosts = hosts
        self._programs, self._module = programs, module.__name__
        self._settings = {"DATABASE_URL": url, "INBOX_QUEUE": queue}
        self._members: list[subprocess.Popen[bytes]] = []

    def run(self, members: int) -> None:
        """Run so many times the group's hosts."""
        wanted = members * self._hosts
        while len(self._members) < wanted:
            host = ("shared.host", "run", self._module)
            self._members.append(self._programs.start(READY, *host, **self._settings))
        surplus, self._members = self._members[wanted:], self._members[:wanted]
        self._programs.stop(*surplus)

    def kill(self) -> None:
        """Kill every host."""
        while self._members:
            member = self._members.pop()
            member.kill()
            member.wait(SECONDS)


class ProcessConformance(StoredPublisher):
    """One relay and two groups of hosts on a broker, `hosts` where a group has one member.

    They run within `running`.
    """

    missing: Mapping[Feature, str] = {}

    def __init__(
        self, home: Path, amqp_url: str, database_url: DatabaseUrl, queues: tuple[str, str], hosts: int = 1
    ) -> None:
        """Take a folder with a short path, the broker, each service's database, and each group's queue."""
        self._url, self._amqp_url, self._queues = database_url(publisher.name), amqp_url, queues
        super().__init__(self._url, doorbell_of(publisher.name, home))
        private, public = home / "service-keys", home / "keys"
        key_of(private, public, publisher.name, system_clock())
        keys = {"KEYS_DIR": str(public), "SERVICE_KEYS_DIR": str(private)}
        settings = {"AMQP_URL": amqp_url, "VAR_DIR": str(home), "LOG_LEVEL": "INFO", **keys}
        self._programs = Programs(home, settings)
        self._groups = [
            ProcessGroup(self._programs, module, database_url(module.service.name), queue, hosts)
            for module, queue in zip((first, second), queues, strict=True)
        ]
        self.first: Group = self._groups[0]
        self.second: Group = self._groups[1]

    @contextmanager
    def running(self) -> Iterator[Self]:
        """Make queues, those of an earlier run being removed, and start everything; stop it in order."""
        self._with_channel(self._declare)
        _at_once(self.start_publisher, *(partial(group.run, 1) for group in self._groups))
        try:
            yield self
        finally:
            _at_once(partial(self._programs.stop, self._relay), *(partial(g.run, 0) for g in self._groups))
            self._with_channel(self._delete)

    def start_publisher(self) -> None:
        """Start the relay."""
        self._relay = self._programs.start(
            b"relay ready", "shared.bus.relay", publisher.name, DATABASE_URL=self._url
        )

    def stop_publisher(self) -> None:
        """Kill the relay."""
        self._relay.kill()
        self._relay.wait(SECONDS)

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Look until it is true."""
        wait_until(true, what)

    def _with_channel(self, act: Callable[[BlockingChannel], None]) -> None:
        connection = pika.BlockingConnection(pika.URLParameters(self._amqp_url))
        try:
            act(connection.channel())
        finally:
            connection.close()

    def _declare(self, channel: BlockingChannel) -> None:
        self._delete(channel)
        for group, queue in zip(self._groups, self._queues, strict=True):
            declare(channel, group.stage.service, queue)

    def _delete(self, channel: BlockingChannel) -> None:
        for group in self._groups:
            channel.queue_delete(topology.inbox_of(group.stage.service.name))


def _at_once(*acts: Callable[[], None]) -> None:
    """Do things side by side; raise what any of them raises."""
    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda act: act(), acts))


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Look until a thing is true. Raises AssertionError with its name after a time limit."""
    end, pause = time.monotonic() + SECONDS, threading.Event()
    while not true():
        if time.monotonic() > end:
            raise AssertionError(what)
        pause.wait(0.02)
