"""The private RabbitMQ node of a run, which may be killed, filled and starved."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from chungtay.broker.model import Broker, wait_for_login
from chungtay.broker.private_node import private_node, server_program
from chungtay.home import Home
from chungtay.problems import Problem
from faults.processes import Worker

CTL_SECONDS = 60


@dataclass(frozen=True)
class Node:
    """A broker of our own: its processes, its control program, its address."""

    broker: Broker
    epmd: Worker
    server: Worker
    ctl_program: Path

    @classmethod
    def of(cls, home: Home) -> "Node":
        """Prepare a node in a home. Raises Problem where this machine has no RabbitMQ."""
        program = server_program()
        if program is None:
            message = (
                "faults are done to a private broker: install RabbitMQ (apt-get install rabbitmq-server)"
            )
            raise Problem(message)
        broker = private_node(home, program, members=())
        epmd, server = (
            Worker(
                each.name, each.command, {**os.environ, **each.environment}, home.logs / f"{each.name}.log"
            )
            for each in broker.programs
        )
        return cls(broker, epmd, server, program.with_name("rabbitmqctl"))

    @property
    def port(self) -> int:
        """The port on which it takes AMQP."""
        return urlsplit(self.broker.url).port or 5672

    def start(self) -> None:
        """Start it and return once a client can log in. Raises Problem."""
        self.epmd.start()
        self.server.start()
        wait_for_login(self.broker)

    def stop(self) -> None:
        """Stop it and its name server."""
        self.server.stop()
        self.epmd.stop()

    def ctl(self, *arguments: str) -> str:
        """Run rabbitmqctl and return what it says. Raises subprocess.CalledProcessError."""
        done = subprocess.run(
            [str(self.ctl_program), "--quiet", *arguments],
            env=dict(self.server.environment),
            capture_output=True,
            text=True,
            timeout=CTL_SECONDS,
            check=True,
        )
        return done.stdout
