"""An operator's client of the gateway: it asks each service as the agency that owns it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx

from chungtay.problems import Problem
from contracts.messages import Answer
from shared.ids import new_id

TIMEOUT_SECONDS = 30
OPERATOR_RULE = "role:operator"
A = TypeVar("A", bound=Answer)
T = TypeVar("T")


class Unanswered(Problem):
    """A service refused or did not answer."""


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

    http: httpx.Client
    token: str | None = None
    _demo_tokens: dict[str, str] = field(default_factory=dict)

    def services(self) -> list[Service]:
        """Return the services that the gateway knows. Raises Unanswered."""
        items = self._send("gateway", "GET", "/v1/services")["items"]
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
        return self._call(service, "GET", path, answer, params=params)

    def act(self, service: Service, path: str, answer: type[A], **body: Any) -> A:
        """Let a service do something, once. Raises Unanswered."""
        return self._call(service, "POST", path, answer, json=body)

    def _call(self, service: Service, method: str, path: str, answer: type[A], **sent: Any) -> A:
        headers = {"Authorization": f"Bearer {self._token(service)}"}
        if method == "POST":
            headers["Idempotency-Key"] = new_id("key")
        found = self._send(service.name, method, f"/v1/{service.name}{path}", headers=headers, **sent)
        # A newer service may say more than this command knows.
        return answer.model_validate(found, extra="ignore")

    def _token(self, service: Service) -> str:
        if self.token:
            return self.token
        if service.agency not in self._demo_tokens:
            session = self._send(
                service.name, "POST", "/v1/session", json={"account": service.agency, "operator": True}
            )
            self._demo_tokens[service.agency] = session["access_token"]
        return self._demo_tokens[service.agency]

    def _send(self, service: str, method: str, path: str, **sent: Any) -> dict[str, Any]:
        try:
            answer = self.http.request(method, path, **sent)
        except httpx.TransportError as error:
            message = f"the gateway at {self.http.base_url} does not answer ({type(error).__name__})"
            raise Unanswered(message) from error
        if not answer.is_success:
            message = f"{service}: {_sentence(answer)}"
            raise Unanswered(message)
        return dict(answer.json())


def _sentence(answer: httpx.Response) -> str:
    """Say what a problem document says, with each field that broke a rule."""
    problem = answer.json() if "json" in answer.headers.get("Content-Type", "") else {}
    fields = [f"{each['field']}: {each['message']}" for each in problem.get("errors", [])]
    sentence = " ".join([problem.get("detail", f"HTTP {answer.status_code}"), *fields])
    if problem.get("rule") == OPERATOR_RULE:
        return f"{sentence}; give a token with that role in CHUNGTAY_TOKEN"
    return sentence


@contextmanager
def operator_at(url: str, token: str | None) -> Iterator[Operator]:
    """Give an operator at a gateway; without a token the owners' demo accounts are used."""
    language = {"Accept-Language": "en"}
    with httpx.Client(base_url=url, timeout=TIMEOUT_SECONDS, headers=language) as http:
        yield Operator(http, token)


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
