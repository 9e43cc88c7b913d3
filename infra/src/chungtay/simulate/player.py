"""A player of the programme: it acts through the gateway as one agency after another.

Each act has a name of its own, which with the year and the seed makes its idempotency key: played
again, or played on after an interruption, an act that was done is answered and not repeated.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_delay, wait_exponential

Json = dict[str, Any]
PATIENCE_SECONDS = 120
REPLAYED = "Idempotent-Replayed"
WAIT = wait_exponential(multiplier=0.2, max=5)
ABSENT = {httpx.codes.BAD_GATEWAY, httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.GATEWAY_TIMEOUT}


class Refused(Exception):
    """The gateway refused an act; `slug` is the last part of the problem's type."""

    def __init__(self, act: str, answer: httpx.Response) -> None:
        """Keep which act it was, and what was said."""
        problem = _problem(answer)
        self.slug = _slug(problem)
        super().__init__(f"{act}: {problem.get('detail') or self.slug or answer.status_code}")


class Away(Exception):
    """The gateway or the service behind it does not answer now."""


@dataclass
class Tally:
    """What was asked of one service: `acts` were done, `repeated` of them by an earlier play.

    `waits` are the pauses before trying again; `seconds` counts calls and pauses.
    """

    acts: int = 0
    repeated: int = 0
    refused: int = 0
    waits: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        """Put two tallies together."""
        return Tally(
            self.acts + other.acts,
            self.repeated + other.repeated,
            self.refused + other.refused,
            self.waits + other.waits,
            self.seconds + other.seconds,
        )


@dataclass(frozen=True)
class Agency:
    """One acting body; `post` and `get` speak for it."""

    player: "Player"
    code: str
    unit: str

    def post(self, act: str, path: str, body: Json, *, until_heard: str = "") -> Json:
        """Carry out an act once, however often it is tried. Raises Refused, Away.

        `until_heard` is a rule or slug that refuses only until the service has heard of something.
        """
        return self.player.send(self, act, path, body, until_heard)

    def get(self, path: str, **params: object) -> Json:
        """Ask. Raises Refused, Away."""
        return self.player.ask(path, agency=self, **params)


@dataclass
class Player:
    """Keeps the tokens, the keys and the tallies by service."""

    http: httpx.Client
    year: int
    seed: int
    patience_seconds: float = PATIENCE_SECONDS
    on_act: Callable[[], None] = lambda: None
    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    _tokens: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def total(self) -> Tally:
        """The tallies of all services together."""
        return sum(self.tallies.values(), Tally())

    def agency(self, code: str, unit: str = "19") -> Agency:
        """Return an agency of the programme; the token is fetched when first needed."""
        return Agency(self, code, unit)

    def code(self, name: str) -> str:
        """Return a code or number that this play alone uses; `GL` marks it as synthetic («giả lập»)."""
        return f"{name}-GL{self.year}-{self.seed}"

    def send(self, agency: Agency, act: str, path: str, body: Json, until_heard: str = "") -> Json:
        """Carry out an act once. Raises Refused, Away."""
        headers = {**self._authority(agency), "Idempotency-Key": f"simulate-{self.year}-{self.seed}-{act}"}

        def attempt() -> httpx.Response:
            answer = self.http.post(path, json=body, headers=headers)
            if until_heard and until_heard in _reasons(answer):
                message = f"{act}: the service has not heard of what it needs ({until_heard})"
                raise Away(message)
            return answer

        answer, tally = self._patiently(path, attempt), self.tallies[_service(path)]
        self.on_act()
        tally.refused += not answer.is_success
        found = _good(act, answer)
        tally.acts += 1
        tally.repeated += answer.headers.get(REPLAYED) == "true"
        return found

    def ask(self, path: str, agency: Agency | None = None, **params: object) -> Json:
        """Ask, as an agency or as the public. Raises Refused, Away."""
        headers = self._authority(agency) if agency else {}
        texts = {name: str(value) for name, value in params.items()}
        return _good(path, self._patiently(path, lambda: self.http.get(path, params=texts, headers=headers)))

    def _authority(self, agency: Agency) -> dict[str, str]:
        who = (agency.code, agency.unit)
        if who not in self._tokens:
            path, body = "/v1/session", {"account": agency.code, "unit": agency.unit}
            session = _good("log in", self._patiently(path, lambda: self.http.post(path, json=body)))
            self._tokens[who] = session["access_token"]
        return {"Authorization": f"Bearer {self._tokens[who]}"}

    def _patiently(self, path: str, call: Callable[[], httpx.Response]) -> httpx.Response:
        """Try again while nobody answers, with growing pauses. Raises Away."""
        tally, began = self.tallies[_service(path)], time.monotonic()

        def count(_: RetryCallState) -> None:
            tally.waits += 1

        retrying = Retrying(
            retry=retry_if_exception_type(Away),
            wait=WAIT,
            stop=stop_after_delay(self.patience_seconds),
            before_sleep=count,
            reraise=True,
        )
        try:
            return retrying(lambda: _present(call))
        finally:
            tally.seconds += time.monotonic() - began


def _service(path: str) -> str:
    """Return whom an address belongs to: `/v1/funds/drives` to `funds`."""
    return path.split("/")[2]


def _present(call: Callable[[], httpx.Response]) -> httpx.Response:
    try:
        answer = call()
    except httpx.TransportError as error:
        message = f"the gateway does not answer: {type(error).__name__}"
        raise Away(message) from error
    if answer.status_code in ABSENT:
        raise Away(_problem(answer).get("detail", f"HTTP {answer.status_code}"))
    return answer


def _problem(answer: httpx.Response) -> Json:
    """Return the problem document; empty where something before the gateway answered."""
    return dict(answer.json()) if "json" in answer.headers.get("Content-Type", "") else {}


def _slug(problem: Json) -> str:
    return str(problem.get("type", "")).rpartition("/")[2]


def _reasons(answer: httpx.Response) -> set[str]:
    """Return the slug and the rules for which something was refused; nothing where it was not."""
    if not answer.is_client_error:
        return set()
    problem = _problem(answer)
    return {_slug(problem), *(error["rule"] for error in problem.get("errors", []))}


def _good(act: str, answer: httpx.Response) -> Json:
    if not answer.is_success:
        raise Refused(act, answer)
    return dict(answer.json())
