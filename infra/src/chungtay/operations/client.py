"""An operator at the gateway: each service is asked as the agency that owns it."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from chungtay.gateway_client import Account, Caller, GatewayClient, Json, Unsuccessful
from chungtay.problems import Problem
from contracts.messages import Answer

OPERATOR_RULE = "role:operator"
NOBODY_ANSWERS = "service-unavailable"
A = TypeVar("A", bound=Answer)
T = TypeVar("T")


class Unanswered(Problem):
    """A service refused or did not answer; `silent`: it said nothing, though the gateway asked it."""

    def __init__(self, sentence: str, service: str = "", *, silent: bool = False) -> None:
        """Take what to say, and of which service."""
        super().__init__(sentence)
        self.service, self.silent = service, silent


@dataclass(frozen=True)
class Service:
    """A service, the agency that owns it, and the wire types that it listens to."""

    name: str
    agency: str
    events_in: frozenset[str]

    def hears(self, wire_type: str) -> bool:
        """Say whether it listens to a type."""
        return not self.events_in.isdisjoint({wire_type, "#"})


@dataclass
class Operator:
    """Asks the services through the gateway: with one token, or as each owner's demo account."""

    gateway: GatewayClient
    token: str | None = None

    def services(self) -> list[Service]:
        """Return the services that the gateway knows. Raises Unanswered."""
        items = _answer("gateway", lambda: self.gateway.get("/v1/services"))["items"]
        return [
            Service(each["service"], each["agency"]["code"], frozenset(each["events_in"])) for each in items
        ]

    def service(self, name: str) -> Service:
        """Return one service. Raises Unanswered, and Problem for a name that the gateway does not know."""
        known = {each.name: each for each in self.services()}
        if name not in known:
            message = f"there is no service {name}; the gateway knows {', '.join(known) or 'none'}"
            raise Problem(message)
        return known[name]

    def ask(self, service: Service, path: str, answer: type[A], **params: Any) -> A:
        """Ask a service. Raises Unanswered."""
        address = f"/v1/{service.name}{path}"
        found = _answer(service.name, lambda: self.gateway.get(address, self._caller(service), **params))
        # A newer service may say more than this command knows.
        return answer.model_validate(found, extra="ignore")

    def act(self, service: Service, path: str, answer: type[A], **body: Any) -> A:
        """Let a service do something, once. Raises Unanswered."""
        address = f"/v1/{service.name}{path}"
        found = _answer(service.name, lambda: self.gateway.post(address, body, self._caller(service)).body)
        return answer.model_validate(found, extra="ignore")

    def _caller(self, service: Service) -> Caller:
        return self.token or Account(service.agency, operator=True)


def _answer(service: str, call: Callable[[], Json]) -> Json:
    try:
        return call()
    except Unsuccessful as error:
        silent = error.slug == NOBODY_ANSWERS
        raise Unanswered(_sentence(service, error), service, silent=silent) from error


def _sentence(service: str, error: Unsuccessful) -> str:
    """Say what went wrong at which service, and what to do where a role is lacking."""
    if error.status is None:
        return error.sentence
    told = f"{service}: {error.sentence}"
    return (
        f"{told}; give a token with that role in CHUNGTAY_TOKEN"
        if OPERATOR_RULE in (error.rule or "")
        else told
    )


@contextmanager
def operator_at(url: str, token: str | None) -> Iterator[Operator]:
    """Give an operator at a gateway; without a token the owners' demo accounts are used."""
    with closing(GatewayClient.at(url, language="en")) as gateway:
        yield Operator(gateway, token)


def from_each(
    services: list[Service], ask: Callable[[Service], T]
) -> tuple[list[tuple[Service, T]], list[Unanswered]]:
    """Ask each service; one that does not answer does not keep the others from being heard."""
    heard: list[tuple[Service, T]] = []
    silent: list[Unanswered] = []
    for service in services:
        try:
            heard.append((service, ask(service)))
        except Unanswered as unanswered:
            silent.append(unanswered)
    return heard, silent
