"""The processes of the suite: five services with a host and a relay each, and the gateway."""

import os
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from chungtay.broker.model import Broker
from chungtay.broker.passwords import SETTING_PREFIX
from chungtay.home import Home
from chungtay.ports import LOOPBACK
from chungtay.problems import Problem
from chungtay.supervisor.program import Program
from shared.bus.topology import GATEWAY_USER, host_user, relay_user
from shared.clock import system_clock
from shared.key_registry import key_of
from shared.signing import KeyUnusable

SERVICES = ("campaigns", "funds", "supervision", "critique", "reporting")
GATEWAY = "gateway"


@dataclass(frozen=True)
class Preparation:
    """A command that runs once before services do, and what its environment adds to the suite's own."""

    command: tuple[str, ...]
    environment: Mapping[str, str]


def common_environment(home: Home, broker: Broker, *, gateway_port: int) -> dict[str, str]:
    """Return what every process is told; the user's own settings win where a deployment may choose.

    Where each has a user of its own on the broker, none is told here.
    """
    own = {name: value for name, value in os.environ.items() if not name.startswith(SETTING_PREFIX)}
    return {
        "LOG_FORMAT": "json",
        "DEMO_ACCOUNTS": "1",
        "SYNTHETIC_DATA": os.environ.get("DEMO_ACCOUNTS", "1"),
        # On this machine all callers have one address, and all who try it out share the demo accounts.
        "ADDRESS_REQUESTS_PER_SECOND": "0",
        "USER_REQUESTS_PER_SECOND": "0",
        "PYTHONDONTWRITEBYTECODE": "",  # what one start has compiled the next need not
        **_without_names(broker.url),
        **own,
        **({"BROKER_TOPOLOGY": "given"} if broker.is_given else {"AMQP_URL": broker.url}),
        "VAR_DIR": str(home.var),
        "KEYS_DIR": str(home.keys),
        "SIGNING_DIR": str(home.signing),
        "SERVICE_KEYS_DIR": str(home.service_keys),
        "GATEWAY_HOST": LOOPBACK,
        "GATEWAY_PORT": str(gateway_port),
        "PYTHONUNBUFFERED": "1",
    }


def _without_names(amqp_url: str) -> dict[str, str]:
    """Spare hosts eventlet's own resolver, 7 MB in each, where the broker is on this machine."""
    return {"EVENTLET_NO_GREENDNS": "yes"} if urlsplit(amqp_url).hostname == LOOPBACK else {}


def service_environment(
    home: Home, service: str, environment: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """Return where the service's database is: FUNDS_DATABASE_URL for `funds`, else a file of its own."""
    return {"DATABASE_URL": environment.get(_address_setting(service), _address(home, service))}


def make_keys(home: Home) -> None:
    """Make and register the services' keys where there are none yet. Raises Problem."""
    try:
        for service in SERVICES:
            key_of(home.service_keys, home.keys, service, system_clock())
    except KeyUnusable as error:
        raise Problem(str(error)) from error


def _address_setting(service: str) -> str:
    return f"{service.upper()}_DATABASE_URL"


def _address(home: Home, service: str) -> str:
    return f"sqlite:///{home.data / service}.db"


def preparations(home: Home, environment: Mapping[str, str] = os.environ) -> list[Preparation]:
    """Return what migrates databases and declares queues.

    One process does it for all services whose databases lie here, one each for the others: what services
    have in common is then loaded once.
    """
    by_address: dict[str, list[str]] = defaultdict(list)
    for service in SERVICES:
        by_address[environment.get(_address_setting(service), _address(home, "{service}"))].append(service)
    return [
        Preparation(
            _python("shared.host", "prepare", *(f"{service}.service" for service in services)),
            {"DATABASE_URL": address},
        )
        for address, services in by_address.items()
    ]


def has_databases_here(home: Home) -> bool:
    """Say whether every service's database is a file of this home."""
    return [each.environment["DATABASE_URL"] for each in preparations(home)] == [_address(home, "{service}")]


def programs(home: Home, broker: Broker) -> list[Program]:
    """Return all that must be kept alive, each as its own user of the broker."""
    return [*(p for service in SERVICES for p in _service(home, service, broker)), _gateway(broker)]


def _service(home: Home, service: str, broker: Broker) -> list[Program]:
    database = service_environment(home, service)
    host = _python("shared.host", "run", f"{service}.service")
    relay = _python("shared.bus.relay", service)
    as_host, as_relay = (_as(user(service), broker) for user in (host_user, relay_user))
    return [
        Program(service, "services", 30, host, {**database, **as_host}),
        Program(f"{service}-relay", "relays", 40, relay, {**database, **as_relay}),
    ]


def _gateway(broker: Broker) -> Program:
    return Program(GATEWAY, GATEWAY, 50, _python(GATEWAY), _as(GATEWAY_USER, broker))


def _as(user: str, broker: Broker) -> dict[str, str]:
    return {"AMQP_URL": broker.address_of(user)}


def _python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", *arguments)
