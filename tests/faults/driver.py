"""The driver: it acts through the gateway with keys of its own and keeps a journal of what was answered."""

import heapq
import threading
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from typing import Self

from chungtay.gateway_client import Account, GatewayClient, Json, Unsuccessful

HTTP_SECONDS = 8
PAUSE_SECONDS = 0.25
PATIENCE_SECONDS = 150
THREADS = 6
# What another try may mend: nobody answered, or the answer came from a token or a clock in doubt.
MENDABLE = frozenset({401, 408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Act:
    """One command to one service, by one agency; `until` names rules that hold only for a while."""

    path: str
    agency: str
    body: Json
    unit: str = "19"
    until: frozenset[str] = frozenset()

    @property
    def service(self) -> str:
        """The service that it asks."""
        return self.path.split("/")[2]


Journey = Generator[Act, Json, None]


@dataclass
class Attempt:
    """A journal entry: what was tried under a key, and what became of it.

    `answer` is set when the act was acknowledged, `refusal` when it was refused for good; neither, when
    nobody knows. `alone` says that the last try found nobody to answer it.
    """

    key: str
    act: Act
    tries: int = 0
    answer: Json | None = None
    refusal: str | None = None
    alone: bool = False


@dataclass(order=True)
class Turn:
    """A journey whose next act is due."""

    due: float
    number: int
    journey: Journey = field(compare=False)
    attempt: Attempt = field(compare=False)
    end: float = field(compare=False)


@dataclass
class Driver:
    """Plays journeys in threads until each of their acts is answered for good.

    A journey that finds a service down is laid aside for a moment, so that the others go on.
    """

    url: str
    run: str
    journal: list[Attempt] = field(default_factory=list)
    _turns: list[Turn] = field(default_factory=list)
    _played: int = 0
    _stopping: bool = False
    _change: threading.Condition = field(default_factory=threading.Condition)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make the client; it connects when it is first used."""
        self._gateway = GatewayClient.at(self.url, timeout=HTTP_SECONDS)

    def __enter__(self) -> Self:
        """Start the threads."""
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(THREADS)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End the threads when they have done the acts they are at."""
        with self._change:
            self._stopping = True
            self._change.notify_all()
        for thread in self._threads:
            thread.join()
        self._gateway.close()

    def play(self, journeys: Iterable[Journey]) -> None:
        """Have journeys played; returns at once."""
        for journey in journeys:
            self._go_on(journey, None)

    @property
    def idle(self) -> bool:
        """Every journey was played to its end."""
        with self._change:
            return not self._turns and not self._played

    def waiting(self, service: str = "") -> int:
        """How many journeys are laid aside because a service, or this one, does not answer."""
        with self._change:
            alone = (turn.attempt.act.service for turn in self._turns if turn.attempt.alone)
            return sum(service in {"", name} for name in alone)

    @property
    def ready(self) -> int:
        """How many journeys go on."""
        with self._change:
            return self._played + sum(not turn.attempt.alone for turn in self._turns)

    @property
    def attempts(self) -> list[Attempt]:
        """The journal so far."""
        with self._change:
            return list(self.journal)

    def _work(self) -> None:
        while turn := self._next():
            final = self._try(turn.attempt)
            if not final and time.monotonic() < turn.end:
                self._lay_aside(turn)
            elif turn.attempt.answer is not None:
                self._go_on(turn.journey, turn.attempt.answer)
            with self._change:
                self._played -= 1

    def _next(self) -> Turn | None:
        """Return the next turn when it is due, or None at the end of the run."""
        with self._change:
            while not self._stopping:
                pause = self._turns[0].due - time.monotonic() if self._turns else None
                if pause is not None and pause <= 0:
                    self._played += 1
                    return heapq.heappop(self._turns)
                self._change.wait(pause)
        return None

    def _go_on(self, journey: Journey, answer: Json | None) -> None:
        """Bring a journey to its next act, if it has one, and let it wait its turn."""
        try:
            act = next(journey) if answer is None else journey.send(answer)
        except StopIteration:
            return
        now = time.monotonic()
        with self._change:
            number = len(self.journal)
            attempt = Attempt(f"{self.run}-{number}", act)
            self.journal.append(attempt)
            heapq.heappush(self._turns, Turn(now, number, journey, attempt, now + PATIENCE_SECONDS))
            self._change.notify()

    def _lay_aside(self, turn: Turn) -> None:
        with self._change:
            turn.due = time.monotonic() + PAUSE_SECONDS
            heapq.heappush(self._turns, turn)
            self._change.notify()

    def _try(self, attempt: Attempt) -> bool:
        """Try once, with the same key each time; say whether the answer is final."""
        act, key = attempt.act, attempt.key
        attempt.tries, attempt.alone = attempt.tries + 1, True
        account = Account(act.agency, act.unit)
        try:
            attempt.answer = self._gateway.post(act.path, act.body, account, key=key, correlation=key).body
        except Unsuccessful as error:
            return _is_refused(attempt, error)
        return True


def _is_refused(attempt: Attempt, error: Unsuccessful) -> bool:
    """Note a refusal; False where another try may mend it."""
    if error.status is None or error.status in MENDABLE:
        return False
    attempt.alone = False
    if error.reasons & attempt.act.until:
        return False
    attempt.refusal = f"{error.status} {error.detail} {sorted(error.reasons)}"
    return True
