"""The machine's own rabbitmq-server program as a private node that leaves the system's node alone."""

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from chungtay.broker.definitions import ADMINISTRATOR
from chungtay.broker.definitions_file import file_of, write_definitions
from chungtay.broker.members import Member
from chungtay.broker.model import GROUP, Broker, as_user
from chungtay.home import Home
from chungtay.ports import LOOPBACK, any_free
from chungtay.problems import Problem
from chungtay.supervisor.program import Program

PACKAGE_FOLDER = Path("/usr/lib/rabbitmq/lib")
NODE = (
    "chungtay@localhost"  # the data carry the node's name; "localhost" survives a change of the host's name
)
# A small machine has better things to do than Erlang's busy waiting, and 12 MB for better use than a store of
# memory for each of its schedulers; the node talks to nobody but itself.
ERLANG_ARGUMENTS = (
    "+sbwt none +sbwtdcpu none +sbwtdio none +Mut false -kernel inet_dist_use_interface {127,0,0,1}"
)

# All others wait for the broker as they start. Who may not be favoured starts all the same.
FIRST = ("nice", "-n", "-10")


def server_program() -> Path | None:
    """Return the server's real program, if this machine has it.

    Debian's `rabbitmq-server` on the path is a wrapper that changes user and works for the system's
    node alone, so the package's own script is preferred.
    """
    packaged = sorted(PACKAGE_FOLDER.glob("rabbitmq_server-*/sbin/rabbitmq-server"))
    if packaged:
        return packaged[-1]
    found = shutil.which("rabbitmq-server")
    return Path(found).resolve() if found else None


def private_node(home: Home, server: Path, members: Sequence[Member] | None = None) -> Broker:
    """Prepare a node whose data, users, cookie and ports are its own. The supervisor starts it.

    Its definitions are those of the suite; without any members it has no more than its administrator, as
    whom services then make what they need.
    """
    amqp_port, distribution_port, epmd_port = any_free(3)
    passwords = write_definitions(home, members)
    _write_configuration(home)
    environment = _environment(home, amqp_port, distribution_port, epmd_port)
    epmd = Program("epmd", "epmd", 10, (_epmd(), "-port", str(epmd_port), "-address", LOOPBACK))
    node = Program("rabbitmq", GROUP, 20, (*FIRST, str(server)), environment, stop_seconds=40)
    url = as_user(f"amqp://{LOOPBACK}:{amqp_port}/", ADMINISTRATOR, passwords[ADMINISTRATOR])
    title = f"RabbitMQ, private node on port {amqp_port}"
    return Broker(url, title, (epmd, node), passwords={} if members == () else passwords)


def _epmd() -> str:
    found = shutil.which("epmd")
    if found is None:
        message = "RabbitMQ is here, but Erlang's program epmd is not on the path; install erlang-base"
        raise Problem(message)
    return found


def _write_configuration(home: Home) -> None:
    # Erlang's own form is read as it is; to translate `rabbitmq.conf` takes most of a second at each start.
    settings = f"[{{rabbit, [{{load_definitions, {json.dumps(str(file_of(home)))}}}]}}].\n"
    (home.broker / "advanced.config").write_text(settings, encoding="utf-8")
    (home.broker / "enabled_plugins").write_text("[].\n", encoding="ascii")
    (home.broker / "environment.conf").write_text("", encoding="ascii")


def _environment(home: Home, amqp_port: int, distribution_port: int, epmd_port: int) -> dict[str, str]:
    folder = home.broker
    return {
        "HOME": str(folder),  # Erlang keeps the node's cookie in it
        "PATH": os.environ["PATH"],
        "RABBITMQ_NODENAME": NODE,
        "RABBITMQ_NODE_IP_ADDRESS": LOOPBACK,
        "RABBITMQ_NODE_PORT": str(amqp_port),
        "RABBITMQ_DIST_PORT": str(distribution_port),
        "RABBITMQ_MNESIA_BASE": str(folder / "data"),
        # Tables for a million processes and five million atoms would cost 15 MB; this node has a thousand.
        "RABBITMQ_MAX_NUMBER_OF_PROCESSES": "65536",
        "RABBITMQ_MAX_NUMBER_OF_ATOMS": "1000000",
        "RABBITMQ_LOG_BASE": str(home.logs),
        "RABBITMQ_LOGS": "-",
        "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"),  # there is none
        "RABBITMQ_ADVANCED_CONFIG_FILE": str(folder / "advanced.config"),
        "RABBITMQ_CONF_ENV_FILE": str(folder / "environment.conf"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "enabled_plugins"),
        "RABBITMQ_PID_FILE": str(home.run / "rabbitmq.pid"),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": ERLANG_ARGUMENTS,
        "ERL_EPMD_ADDRESS": LOOPBACK,
        "ERL_EPMD_PORT": str(epmd_port),
        # The script then replaces itself by the server, so that the supervisor watches the server's own pid.
        "RUNNING_UNDER_SYSTEMD": "true",
    }
