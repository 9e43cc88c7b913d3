"""The pilot of docker-compose.yml, as it is shipped: images built, passwords made, a port of its own."""

import os
import re
import secrets
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_docker.plugin import get_docker_services

from chungtay.broker.docker import compose_exists, docker_answers
from chungtay.gateway_client import Account, Away, GatewayClient, Json, Reply
from chungtay.ports import LOOPBACK, any_free
from chungtay.waiting import wait_until
from shared.ids import new_id

ROOT = Path(__file__).parents[2]
COMPOSE = "docker compose"
SECONDS = 120


@dataclass(frozen=True)
class Pilot:
    """A running pilot; `environment` is the file with its settings and passwords."""

    project: str
    environment: Path
    gateway: GatewayClient

    def compose(self, *words: str) -> str:
        """Run `docker compose` on it and return what it says; what fails is shown."""
        command = [*COMPOSE.split(), "--env-file", str(self.environment), "-p", self.project, *words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr[-4000:]}"
        return done.stdout

    def up(self) -> None:
        """Start what does not run, and return when all is healthy."""
        self.compose("up", "--detach", "--wait")

    def operator(self, *words: str) -> str:
        """Run the operators' command."""
        return self.compose("run", "--rm", "operator", *words)

    def containers(self) -> list[str]:
        """Name what is to run for ever."""
        return sorted(self.compose("ps", "--services").split())

    def change_password(self, setting: str) -> None:
        """Put another password in place of a setting's; nothing is told of it yet."""
        text, times = re.subn(
            rf"(?m)^{setting}=.*$", f"{setting}={secrets.token_hex(12)}", self.environment.read_text()
        )
        assert times == 1, setting
        self.environment.write_text(text)

    def act(self, path: str, body: Json, by: Account) -> Json:
        """Carry out one command, repeated under its key until somebody answers."""
        key, replies = new_id("key"), list[Reply]()

        def answered() -> bool:
            try:
                replies.append(self.gateway.post(path, body, by, key=key))
            except Away:
                return False
            return True

        assert wait_until(answered, seconds=SECONDS), f"nobody answers {path}"
        return replies[0].body


@pytest.fixture(scope="session")
def pilot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pilot]:
    """Bring the pilot up; its containers and volumes are gone afterwards."""
    if not (docker_answers() and compose_exists()):
        pytest.skip("Docker does not answer here, or has no `docker compose`")
    [port] = any_free(1)
    environment = tmp_path_factory.mktemp("pilot") / "env"
    subprocess.run([ROOT / "infra/compose/passwords", environment], check=True)
    with environment.open("a") as settings:
        settings.write(f"GATEWAY_PORT={port}\nDEMO_ACCOUNTS=1\n")
    command, project = f"{COMPOSE} --env-file {environment}", f"chungtay-pilot-{os.getpid()}"
    compose_file = str(ROOT / "docker-compose.yml")
    with get_docker_services(command, compose_file, project, [], "down -v --timeout 5"):
        started = Pilot(project, environment, GatewayClient.at(f"http://{LOOPBACK}:{port}"))
        started.compose("build", "--quiet")
        started.up()
        yield started
        started.gateway.close()
