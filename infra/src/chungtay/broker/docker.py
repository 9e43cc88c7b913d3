"""RabbitMQ in a Docker container."""

import hashlib
import os
import shlex
import shutil
import subprocess

from chungtay.broker.model import GROUP, Broker
from chungtay.broker.user import USER, node_password
from chungtay.home import Home
from chungtay.ports import LOOPBACK, any_free
from chungtay.supervisor.program import Program

IMAGE = "rabbitmq:4-management"


def docker_answers() -> bool:
    """Say whether this user may start containers."""
    return _succeeds("info")


def image_exists() -> bool:
    """Say whether the image is here already, so that nothing has to be pulled."""
    return _succeeds("image", "inspect", IMAGE)


def compose_exists() -> bool:
    """Say whether `docker compose` is installed."""
    return _succeeds("compose", "version")


def container(home: Home) -> Broker:
    """Prepare a container with its own volume. The supervisor starts it."""
    [port] = any_free(1)
    password = node_password(home)
    name = _name(home)
    run = ("docker", "run", "--rm", "--name", name, "--hostname", "chungtay",
           "--publish", f"{LOOPBACK}:{port}:5672", "--volume", f"{name}:/var/lib/rabbitmq",
           "--env", "RABBITMQ_DEFAULT_USER", "--env", "RABBITMQ_DEFAULT_PASS", IMAGE)  # fmt: skip
    # A client that was killed leaves its container behind; the next start removes it first.
    script = f"docker rm --force {name} >/dev/null 2>&1; exec {shlex.join(run)}"
    environment = {"RABBITMQ_DEFAULT_USER": USER, "RABBITMQ_DEFAULT_PASS": password}
    program = Program("rabbitmq", GROUP, 20, ("/bin/sh", "-c", script), environment, stop_seconds=40)
    url = f"amqp://{USER}:{password}@{LOOPBACK}:{port}/"
    return Broker(url, f"RabbitMQ in Docker on port {port}", (program,), patience=600)


def forget_data(home: Home) -> None:
    """Delete the container and its volume, if there are any."""
    _succeeds("rm", "--force", _name(home))
    _succeeds("volume", "rm", "--force", _name(home))


def _name(home: Home) -> str:
    return "chungtay-" + hashlib.sha256(os.fsencode(home.var)).hexdigest()[:12]


def _succeeds(*arguments: str) -> bool:
    docker = shutil.which("docker")
    if docker is None:
        return False
    quiet = subprocess.DEVNULL
    try:
        return (
            subprocess.run(
                [docker, *arguments], stdout=quiet, stderr=quiet, timeout=20, check=False
            ).returncode
            == 0
        )
    except subprocess.TimeoutExpired:
        return False
