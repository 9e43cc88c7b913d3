"""Starting the whole suite and stopping it; `chungtay up`, the tests and the simulation all come here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import httpx
from pydantic import BaseModel

from chungtay import prepared, suite
from chungtay.broker.find import find_broker
from chungtay.broker.model import Broker, wait_for_login
from chungtay.broker.rights import OPERATOR
from chungtay.home import Home
from chungtay.ports import LOOPBACK, first_free
from chungtay.preparing import preparing, tail
from chungtay.problems import Problem
from chungtay.supervisor.control import Supervisor
from chungtay.waiting import wait_until

DEFAULT_PORT = 8075
READY_SECONDS = 60
GROUPS = ("services", "relays", suite.GATEWAY)

Say = Callable[[str], None]


class Running(BaseModel):
    """Addresses of a running suite, as `run/suite.json` keeps them for other commands."""

    url: str
    amqp_url: str
    broker: str


@dataclass(frozen=True)
class Suite:
    """A suite that was started; its home holds its data and logs."""

    home: Home
    running: Running

    @property
    def url(self) -> str:
        """The gateway's address, without a slash at the end."""
        return self.running.url

    @property
    def supervisor(self) -> Supervisor:
        """The supervisor that keeps it alive."""
        return Supervisor(self.home)

    def stop(self) -> None:
        """Stop everything that this suite started, the private broker last."""
        stop(self.home)


def start(home: Home, *, port: int = DEFAULT_PORT, say: Say = print) -> Suite:
    """Start everything and return when the gateway serves every service. Raises Problem.

    Where a step fails, or the user interrupts, what was started is stopped again.
    """
    if Supervisor(home).answers():
        message = (
            f"Chung Tay runs already from {home.var}; `chungtay status` shows it, `chungtay down` stops it"
        )
        raise Problem(message)
    home.make()
    suite.make_keys(home)
    try:
        return _start(home, port, say)
    except BaseException:
        stop(home)
        raise


def stop(home: Home) -> None:
    """Stop the suite of this home; nothing happens where none runs."""
    Supervisor(home).shut_down()
    home.state.unlink(missing_ok=True)


def running(home: Home) -> Suite | None:
    """Return the suite that runs from this home, if its start was finished."""
    if not home.state.exists() or not Supervisor(home).answers():
        return None
    return Suite(home, Running.model_validate_json(home.state.read_text(encoding="utf-8")))


def found(home: Home) -> Suite:
    """Return the suite that runs from this home. Raises Problem."""
    if suite_here := running(home):
        return suite_here
    message = f"nothing runs from {home.var}; name a --var-dir, or set CHUNGTAY_URL and AMQP_URL"
    raise Problem(message)


def _start(home: Home, port: int, say: Say) -> Suite:
    broker = find_broker(home, say)
    gateway_port = _gateway_port(port, say)
    environment = suite.common_environment(home, broker, gateway_port=gateway_port)
    supervisor = Supervisor(home)
    supervisor.launch([*broker.programs, *suite.programs(home, broker)], environment)
    if broker.is_given and prepared.is_prepared(home):
        say(f"starting {broker.title}, services, relays and the gateway")
        supervisor.start(*broker.groups, *GROUPS)
        wait_for_login(broker)
    else:
        _prepare_and_start(home, broker, environment, say)
        prepared.remember(home)
    journal = broker.address_of(OPERATOR)
    running = Running(url=f"http://{LOOPBACK}:{gateway_port}", amqp_url=journal, broker=broker.title)
    _wait_ready(home, running.url)
    _remember(home, running)
    return Suite(home, running)


def _prepare_and_start(home: Home, broker: Broker, environment: Mapping[str, str], say: Say) -> None:
    supervisor = Supervisor(home)
    say(f"starting {broker.title}; migrating databases")
    supervisor.start(*broker.groups)
    with preparing(home, environment) as preparation:
        preparation.await_migrated()
        say("starting services, relays and the gateway; declaring queues")
        supervisor.start(*GROUPS)
        wait_for_login(broker)
        preparation.finish()


def _gateway_port(wanted: int, say: Say) -> int:
    port = first_free(wanted)
    if port != wanted:
        say(f"port {wanted} is taken; the gateway will be at port {port}")
    return port


def _wait_ready(home: Home, url: str) -> None:
    with httpx.Client(base_url=url, timeout=5, trust_env=False) as gateway:
        if wait_until(lambda: not _late(home) and _serves_all(gateway), seconds=READY_SECONDS):
            return
    name = next(iter(_late(home)), suite.GATEWAY)
    log = home.logs / f"{name}.log"
    message = f"{name} is not ready after {READY_SECONDS} seconds; {log} ends with:\n{tail(log)}"
    raise Problem(message)


def _late(home: Home) -> list[str]:
    return [process.name for process in Supervisor(home).processes() if not process.runs]


def _serves_all(gateway: httpx.Client) -> bool:
    """Say whether the gateway knows every service and each has somebody listening to its calls."""
    try:
        answer = gateway.get("/health")
    except httpx.TransportError:
        return False
    known = answer.json().get("services", [])
    listening = {service["service"] for service in known if service["listeners"]}
    return listening.issuperset(suite.SERVICES)


def _remember(home: Home, running: Running) -> None:
    home.state.touch(mode=0o600)
    home.state.write_text(running.model_dump_json(indent=2), encoding="utf-8")
