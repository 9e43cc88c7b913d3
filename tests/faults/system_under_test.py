"""The system under test: a broker, services with a host and a relay each, the gateway, and bad weather."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx

from chungtay import suite
from chungtay.broker.model import Broker
from chungtay.home import Home
from chungtay.ports import LOOPBACK, any_free
from chungtay.problems import Problem
from chungtay.suite import GATEWAY
from chungtay.waiting import wait_until
from faults.members import WITNESS, Member, members
from faults.node import Node
from faults.processes import Worker
from faults.proxy import Proxy
from shared.clock import system_clock
from shared.database import Database
from shared.key_registry import key_of

READY_SECONDS = 60
CALL_SECONDS = 3
HTTP_SECONDS = 8
# Witness, plug-ins and saboteurs are started by the names of their modules.
MODULES = Path(__file__).parents[1]


@dataclass
class SystemUnderTest:
    """Everything that runs, by name: `funds` is a host, `funds-relay` its relay."""

    home: Home
    node: Node
    proxy: Proxy
    members: tuple[Member, ...]
    gateway_port: int
    workers: dict[str, Worker] = field(default_factory=dict)
    databases: dict[str, Database] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The gateway's address."""
        return f"http://{LOOPBACK}:{self.gateway_port}"

    @property
    def names(self) -> tuple[str, ...]:
        """The services' names."""
        return tuple(member.name for member in self.members)

    def member(self, name: str) -> Member:
        """Return a service by its name."""
        return next(member for member in self.members if member.name == name)

    def start(self) -> None:
        """Start everything and wait until the gateway serves every service. Raises Problem."""
        self.node.start()
        for member in self.members:
            self._add(member)
        environment = self._environment(GATEWAY)
        self.workers[GATEWAY] = self.worker(GATEWAY, (sys.executable, "-m", GATEWAY), environment)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(self.prepare, self.members))
        self.heal()

    def heal(self) -> None:
        """Let the weather be fair and everything run that should, as a supervisor would."""
        self.proxy.fair()
        if not self.node.server.runs:
            self.node.start()
        if not wait_until(self._revived, seconds=READY_SECONDS):
            away = ", ".join(sorted(set(self.names) - self.served()))
            message = f"{READY_SECONDS} s after healing nobody answers for {away or 'the gateway'}"
            raise Problem(message)

    def revive(self) -> None:
        """Start what has ended, as the supervisor does; note what ended by itself."""
        for worker in self.workers.values():
            if worker.failed:
                self.failures.append(f"{worker.name} ended with {worker.exit_code}")
            worker.start()

    def stop(self) -> None:
        """End everything, hosts first."""
        with ThreadPoolExecutor() as pool:
            list(pool.map(Worker.stop, self.workers.values()))
        self.proxy.close()
        self.node.stop()

    def worker(
        self, name: str, command: tuple[str, ...], environment: dict[str, str], *, keep: bool = False
    ) -> Worker:
        """Make a process of this system; a kept one is healed and stopped with the others."""
        worker = Worker(name, command, environment, self.home.logs / f"{name}.log")
        if keep:
            self.workers[name] = worker
        return worker

    def host(self, member: Member, *, name: str = "", launcher: tuple[str, ...] = ()) -> Worker:
        """Make a host of a service; `launcher` is a module, with its arguments, that starts it."""
        label = name or member.name
        command = (sys.executable, "-m", *launcher, "shared.host", "run", member.module)
        return self.worker(label, command, self._environment(label, member))

    def relay(self, member: Member, *, name: str = "", launcher: tuple[str, ...] = ()) -> Worker:
        """Make a relay of a service."""
        label = name or member.relay
        command = (sys.executable, "-m", *launcher, "shared.bus.relay", member.name)
        return self.worker(label, command, self._environment(label, member))

    def address(self, member: Member) -> str:
        """The address of a service's database."""
        return suite.service_environment(self.home, member.name, {})["DATABASE_URL"]

    def file_of(self, member: Member) -> Path:
        """The file of a service's SQLite database."""
        return self.home.data / f"{member.name}.db"

    def _add(self, member: Member) -> None:
        self.workers[member.name] = self.host(member)
        if member.service.events:
            self.workers[member.relay] = self.relay(member)
        self.databases[member.name] = Database(self.address(member))

    def _environment(self, label: str, member: Member | None = None) -> dict[str, str]:
        broker = Broker(self._through(label), "RabbitMQ through the weather")
        common = suite.common_environment(self.home, broker, gateway_port=self.gateway_port)
        own = {"DATABASE_URL": self.address(member)} if member else {}
        path = os.pathsep.join([str(MODULES), *filter(None, [common.get("PYTHONPATH")])])
        here = {"PYTHONPATH": path, "CALL_TIMEOUT_SECONDS": str(CALL_SECONDS), "CRASH_AT": ""}
        return {**common, **own, **here}

    def _through(self, label: str) -> str:
        """The broker's address by way of a link of the proxy."""
        parts = urlsplit(self.node.broker.url)
        port = self.proxy.link(label).port
        return urlunsplit(parts._replace(netloc=f"{parts.username}:{parts.password}@{LOOPBACK}:{port}"))

    def prepare(self, member: Member) -> None:
        """Migrate a service's database and declare its queues. Raises Problem."""
        command = (sys.executable, "-m", "shared.host", "prepare", member.module)
        environment = self._environment(member.name, member)
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            message = f"{member.name} could not be prepared:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
            raise Problem(message)

    def _revived(self) -> bool:
        self.revive()
        return self.served() >= set(self.names)

    def served(self) -> set[str]:
        """The services for which the gateway finds somebody who takes calls."""
        try:
            known = httpx.get(f"{self.url}/health", timeout=HTTP_SECONDS).json().get("services", [])
        except (httpx.TransportError, ValueError):
            return set()
        return {each["service"] for each in known if each["listeners"]}


@contextmanager
def running(names: tuple[str, ...] = suite.SERVICES) -> Iterator[SystemUnderTest]:
    """Run a system in a folder of its own, which is gone afterwards."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="chungtay-faults-"))
        home = Home.of(Path(folder))
        home.make()
        suite.make_keys(home)
        key_of(home.service_keys, home.keys, WITNESS, system_clock())
        node = Node.of(home)
        [port] = any_free(1)
        system = SystemUnderTest(home, node, Proxy(node.port), members(names), port)
        stack.callback(system.stop)
        system.start()
        yield system
