"""The processes of the suite: five services with a host and a relay each, and the gateway."""

import os
import sys
from collections.abc import Mapping

from chungtay.home import Home
from chungtay.ports import LOOPBACK
from chungtay.supervisor.program import Program

SERVICES = ("campaigns", "funds", "supervision", "critique", "reporting")
GATEWAY = "gateway"


def common_environment(home: Home, *, amqp_url: str, gateway_port: int) -> dict[str, str]:
    """Return what every process is told; the user's own settings win where a deployment may choose."""
    return {
        "LOG_FORMAT": "json",
        "DEMO_ACCOUNTS": "1",
        **os.environ,
        "AMQP_URL": amqp_url,
        "VAR_DIR": str(home.var),
        "KEYS_DIR": str(home.keys),
        "SIGNING_DIR": str(home.signing),
        "GATEWAY_HOST": LOOPBACK,
        "GATEWAY_PORT": str(gateway_port),
        "PYTHONUNBUFFERED": "1",
    }


def service_environment(
    home: Home, service: str, environment: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """Return where the service's database is: FUNDS_DATABASE_URL for `funds`, else a file of its own."""
    default = f"sqlite:///{home.data / service}.db"
    return {"DATABASE_URL": environment.get(f"{service.upper()}_DATABASE_URL", default)}


def prepare_command(service: str) -> tuple[str, ...]:
    """Return the one-shot command that migrates a service's database and declares its queues."""
    return _python("shared.host", "prepare", f"{service}.service")


def programs(home: Home) -> list[Program]:
    """Return all that must be kept alive once the services are prepared."""
    return [*(p for service in SERVICES for p in _service(home, service)), _gateway()]


def _service(home: Home, service: str) -> list[Program]:
    environment = service_environment(home, service)
    host = _python("shared.host", "run", f"{service}.service")
    relay = _python("shared.bus.relay", f"{service}.service")
    return [
        Program(service, "services", 30, host, environment),
        Program(f"{service}-relay", "relays", 40, relay, environment),
    ]


def _gateway() -> Program:
    return Program(GATEWAY, GATEWAY, 50, _python(GATEWAY))


def _python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", *arguments)
