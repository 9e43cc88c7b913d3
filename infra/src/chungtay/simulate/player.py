"""A player of the programme: it acts through the gateway as one agency after another.

Each act has a name of its own, which with the year and the seed makes its idempotency key: played
again, or played on after an interruption, an act that was done is answered and not repeated.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_delay, wait_exponential

from chungtay import gateway_client
from chungtay.gateway_client import Account, Away, GatewayClient, Json, Reply

T = TypeVar("T")
PATIENCE_SECONDS = 120
SESSION = "/v1/session"
WAIT = wait_exponential(multiplier=0.2, max=5)


class Refused(Exception):
    """The gateway refused an act; `slug` is the last part of the problem's type."""

    def __init__(self, act: str, refusal: gateway_client.Refused) -> None:
        """Keep which act it was, and what was said."""
        self.slug = refusal.slug
        super().__init__(f"{act}: {refusal.detail}")


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
    """Keeps the keys and the tallies by service."""

    gateway: GatewayClient
    year: int
    seed: int
    patience_seconds: float = PATIENCE_SECONDS
    on_act: Callable[[], None] = lambda: None
    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

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
        account, key = self._logged_in(agency), f"simulate-{self.year}-{self.seed}-{act}"

        def attempt() -> Reply:
            try:
                return self.gateway.post(path, body, account, key=key)
            except gateway_client.Refused as refusal:
                if until_heard not in refusal.reasons:
                    raise
                message = f"{act}: the service has not heard of what it needs ({until_heard})"
                raise Away(message) from refusal

        tally = self.tallies[_service(path)]
        reply = self._carried_out(act, path, attempt, tally)
        self.on_act()
        tally.acts += 1
        tally.repeated += reply.replayed
        return reply.body

    def ask(self, path: str, agency: Agency | None = None, **params: object) -> Json:
        """Ask, as an agency or as the public. Raises Refused, Away."""
        account = self._logged_in(agency) if agency else None
        try:
            return self._patiently(path, lambda: self.gateway.get(path, account, **params))
        except gateway_client.Refused as refusal:
            raise Refused(path, refusal) from refusal

    def _carried_out(self, act: str, path: str, attempt: Callable[[], Reply], tally: Tally) -> Reply:
        try:
            return self._patiently(path, attempt)
        except gateway_client.Refused as refusal:
            tally.refused += 1
            self.on_act()
            raise Refused(act, refusal) from refusal

    def _logged_in(self, agency: Agency) -> Account:
        """Log in beforehand, so that an act's own time is its own."""
        account = Account(agency.code, agency.unit)
        try:
            self._patiently(SESSION, lambda: self.gateway.log_in(account))
        except gateway_client.Refused as refusal:
            act = "log in"
            raise Refused(act, refusal) from refusal
        return account

    def _patiently(self, path: str, call: Callable[[], T]) -> T:
        """Try again while nobody answers, with growing pauses. Raises gateway_client.Refused, Away."""
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
            return retrying(call)
        finally:
            tally.seconds += time.monotonic() - began


def _service(path: str) -> str:
    """Return whom an address belongs to: `/v1/funds/drives` to `funds`."""
    return path.split("/")[2]
