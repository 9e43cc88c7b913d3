"""RabbitMQ in a Docker container."""

import hashlib
import os
import shlex
import shutil
import subprocess

from chungtay.broker.definitions import ADMINISTRATOR
from chungtay.broker.definitions_file import file_of, write_definitions
from chungtay.broker.model import GROUP, Broker, as_user
from chungtay.home import Home
from chungtay.ports import LOOPBACK, any_free
from chungtay.supervisor.program import Program

IMAGE = "rabbitmq:4-management"
DEFINITIONS_INSIDE = "/etc/rabbitmq/definitions.json"
CONFIGURATION_INSIDE = "/etc/rabbitmq/conf.d/90-chungtay.conf"


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
    passwords = write_definitions(home)
    configuration = home.broker / "container.conf"
    configuration.write_text(f"load_definitions = {DEFINITIONS_INSIDE}\n", encoding="ascii")
    name = _name(home)
    run = ("docker", "run", "--rm", "--name", name, "--hostname", "chungtay",
           "--publish", f"{LOOPBACK}:{port}:5672", "--volume", f"{name}:/var/lib/rabbitmq",
           "--volume", f"{file_of(home)}:{DEFINITIONS_INSIDE}:ro",
           "--volume", f"{configuration}:{CONFIGURATION_INSIDE}:ro", IMAGE)  # fmt: skip
    # A client that was killed leaves its container behind; the next start removes it first.
    script = f"docker rm --force {name} >/dev/null 2>&1; exec {shlex.join(run)}"
    program = Program("rabbitmq", GROUP, 20, ("/bin/sh", "-c", script), stop_seconds=40)
    url = as_user(f"amqp://{LOOPBACK}:{port}/", ADMINISTRATOR, passwords[ADMINISTRATOR])
    title = f"RabbitMQ in Docker on port {port}"
    return Broker(url, title, (program,), patience=600, passwords=passwords)


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
