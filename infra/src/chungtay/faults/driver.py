"""The driver: it acts through the gateway with keys of its own and keeps a journal of what was answered."""

import heapq
import threading
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from typing import Any, Self

import httpx

Json = dict[str, Any]
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


Story = Generator[Act, Json, None]


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
    """A story whose next act is due."""

    due: float
    number: int
    story: Story = field(compare=False)
    attempt: Attempt = field(compare=False)
    end: float = field(compare=False)


@dataclass
class Driver:
    """Plays stories in threads until each of their acts is answered for good.

    A story that finds a service down is laid aside for a moment, so that the others go on.
    """

    url: str
    run: str
    journal: list[Attempt] = field(default_factory=list)
    _turns: list[Turn] = field(default_factory=list)
    _played: int = 0
    _stopping: bool = False
    _tokens: dict[tuple[str, str], str] = field(default_factory=dict)
    _change: threading.Condition = field(default_factory=threading.Condition)
    _threads: list[threading.Thread] = field(default_factory=list)

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

    def play(self, stories: Iterable[Story]) -> None:
        """Have stories played; returns at once."""
        for story in stories:
            self._go_on(story, None)

    @property
    def idle(self) -> bool:
        """Every story was played to its end."""
        with self._change:
            return not self._turns and not self._played

    def waiting(self, service: str = "") -> int:
        """How many stories are laid aside because a service, or this one, does not answer."""
        with self._change:
            alone = (turn.attempt.act.service for turn in self._turns if turn.attempt.alone)
            return sum(service in {"", name} for name in alone)

    @property
    def ready(self) -> int:
        """How many stories go on."""
        with self._change:
            return self._played + sum(not turn.attempt.alone for turn in self._turns)

    @property
    def attempts(self) -> list[Attempt]:
        """The journal so far."""
        with self._change:
            return list(self.journal)

    def _work(self) -> None:
        with httpx.Client(base_url=self.url, timeout=HTTP_SECONDS) as http:
            while turn := self._next():
                final = self._try(turn.attempt, http)
                if not final and time.monotonic() < turn.end:
                    self._lay_aside(turn)
                elif turn.attempt.answer is not None:
                    self._go_on(turn.story, turn.attempt.answer)
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

    def _go_on(self, story: Story, answer: Json | None) -> None:
        """Bring a story to its next act, if it has one, and let it wait its turn."""
        try:
            act = next(story) if answer is None else story.send(answer)
        except StopIteration:
            return
        now = time.monotonic()
        with self._change:
            number = len(self.journal)
            attempt = Attempt(f"{self.run}-{number}", act)
            self.journal.append(attempt)
            heapq.heappush(self._turns, Turn(now, number, story, attempt, now + PATIENCE_SECONDS))
            self._change.notify()

    def _lay_aside(self, turn: Turn) -> None:
        with self._change:
            turn.due = time.monotonic() + PAUSE_SECONDS
            heapq.heappush(self._turns, turn)
            self._change.notify()

    def _try(self, attempt: Attempt, http: httpx.Client) -> bool:
        """Try once, with the same key each time; say whether the answer is final."""
        act = attempt.act
        attempt.tries, attempt.alone = attempt.tries + 1, True
        try:
            headers = {
                "Authorization": f"Bearer {self._token(http, act)}",
                "Idempotency-Key": attempt.key,
                "X-Correlation-Id": attempt.key,
            }
            return self._read(attempt, http.post(act.path, json=act.body, headers=headers))
        except (httpx.TransportError, ValueError, KeyError):
            return False

    def _read(self, attempt: Attempt, answer: httpx.Response) -> bool:
        if answer.is_success:
            attempt.answer = answer.json()
            return True
        problem = answer.json()
        rules = {error["rule"] for error in problem.get("errors", [])}
        if answer.status_code in MENDABLE:
            return False
        attempt.alone = False
        if rules & attempt.act.until:
            return False
        attempt.refusal = f"{answer.status_code} {problem.get('detail')} {sorted(rules)}"
        return True

    def _token(self, http: httpx.Client, act: Act) -> str:
        who = (act.agency, act.unit)
        if who not in self._tokens:
            answer = http.post("/v1/session", json={"account": act.agency, "unit": act.unit})
            self._tokens[who] = answer.json()["access_token"]
        return self._tokens[who]
