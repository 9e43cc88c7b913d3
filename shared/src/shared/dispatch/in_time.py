"""Time: who waits no longer is not served, and an act has its day."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from contracts.calls import Call
from contracts.errors import InvalidField, Kind, Refusal
from contracts.messages import Command
from shared.clock import day_of


class TooLate(Refusal):
    """Nobody waits for the reply any more, so nothing is done."""

    slug = "too-late"
    kind = Kind.UNAVAILABLE
    vi = "Yêu cầu đến quá muộn và không được thực hiện; hãy gửi lại."
    en = "The request came too late and was not carried out; send it again."


@dataclass(frozen=True)
class TimeLimit:
    """Until when somebody waits for a reply, by this process's own stopwatch in seconds; None is for ever."""

    until: float | None = None
    stopwatch: Callable[[], float] = time.monotonic

    @classmethod
    def of(cls, call: Call, arrived: float | None, stopwatch: Callable[[], float]) -> "TimeLimit":
        """The limit of a call that arrived at a time of the stopwatch; now where nobody says when."""
        if call.milliseconds is None:
            return cls()
        start = stopwatch() if arrived is None else arrived
        return cls(start + call.milliseconds / 1000, stopwatch)

    def left(self) -> float | None:
        """How many seconds somebody still waits; None is for ever."""
        return None if self.until is None else max(0.0, self.until - self.stopwatch())

    def require(self) -> None:
        """Refuse to begin when nobody waits any more. Raises TooLate."""
        if self.until is not None and self.stopwatch() > self.until:
            raise TooLate


def day_of_act(command: Command, now: datetime) -> date:
    """Return the day of an act in Vietnam: as the command says, else today. Raises InvalidField."""
    today = day_of(now)
    if command.occurred_on and command.occurred_on > today:
        raise InvalidField(
            "occurred_on",
            "not-in-the-future",
            "Ngày thực hiện không được ở tương lai",
            "The day of an act cannot be in the future",
        )
    return command.occurred_on or today
