"""A player of the programme: it acts through the gateway as one agency after another.

Each act has a name of its own, which with the year and the seed makes its idempotency key: played
again, or played on after an interruption, an act that was done is answered and not repeated.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_delay, wait_exponential

Json = dict[str, Any]
PATIENCE_SECONDS = 120
REPLAYED = "Idempotent-Replayed"
WAIT = wait_exponential(multiplier=0.2, max=5)


class Refused(Exception):
    """The gateway refused an act; `slug` is the last part of the problem's type."""

    def __init__(self, act: str, problem: Json) -> None:
        """Keep which act it was, and what was said."""
        self.slug = str(problem.get("type", "")).rpartition("/")[2]
        super().__init__(f"{act}: {problem.get('detail') or self.slug}")


class Away(Exception):
    """The gateway or the service behind it does not answer now."""


@dataclass(frozen=True)
class Agency:
    """One acting body; `post` and `get` speak for it."""

    player: "Player"
    code: str
    unit: str

    def post(self, act: str, path: str, body: Json, *, until_heard: str = "") -> Json:
        """Carry out an act once, however often it is tried. Raises Refused, Away.

        `until_heard` is a rule that refuses only until the service has heard of something.
        """
        return self.player.send(self, act, path, body, until_heard)

    def get(self, path: str, **params: object) -> Json:
        """Ask. Raises Refused, Away."""
        return self.player.ask(path, agency=self, **params)


@dataclass
class Player:
    """Keeps the tokens, the keys and the tally."""

    http: httpx.Client
    year: int
    seed: int
    patience_seconds: float = PATIENCE_SECONDS
    acts: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    retried: int = 0
    on_act: Callable[[str], None] = lambda _: None
    _tokens: dict[tuple[str, str], str] = field(default_factory=dict)

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
            if until_heard in _rules(answer):
                raise Away(act)
            return answer

        answer = self._patiently(attempt)
        found = _good(act, answer)
        self.repeated += answer.headers.get(REPLAYED) == "true"
        self.acts[path.split("/")[2]] += 1
        self.on_act(act)
        return found

    def ask(self, path: str, agency: Agency | None = None, **params: object) -> Json:
        """Ask, as an agency or as the public. Raises Refused, Away."""
        headers = self._authority(agency) if agency else {}
        texts = {name: str(value) for name, value in params.items()}
        return _good(path, self._patiently(lambda: self.http.get(path, params=texts, headers=headers)))

    def _authority(self, agency: Agency) -> dict[str, str]:
        who = (agency.code, agency.unit)
        if who not in self._tokens:
            body = {"account": agency.code, "unit": agency.unit}
            session = _good("log in", self._patiently(lambda: self.http.post("/v1/session", json=body)))
            self._tokens[who] = session["access_token"]
        return {"Authorization": f"Bearer {self._tokens[who]}"}

    def _patiently(self, call: Callable[[], httpx.Response]) -> httpx.Response:
        """Try again while nobody answers, with growing pauses. Raises Away."""
        retrying = Retrying(
            retry=retry_if_exception_type(Away),
            wait=WAIT,
            stop=stop_after_delay(self.patience_seconds),
            before_sleep=self._count_retry,
            reraise=True,
        )
        return retrying(lambda: _present(call))

    def _count_retry(self, _: RetryCallState) -> None:
        self.retried += 1


def _present(call: Callable[[], httpx.Response]) -> httpx.Response:
    try:
        answer = call()
    except httpx.TransportError as error:
        message = f"the gateway does not answer: {type(error).__name__}"
        raise Away(message) from error
    if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
        raise Away(str(answer.json().get("detail", "a service does not answer")))
    return answer


def _rules(answer: httpx.Response) -> set[str]:
    return {error["rule"] for error in answer.json().get("errors", [])} if answer.is_client_error else set()


def _good(act: str, answer: httpx.Response) -> Json:
    if not answer.is_success:
        raise Refused(act, answer.json())
    return dict(answer.json())
