"""Places for readings: so many are answered at once, so many more wait, and the rest is told to come again.

Commands need none. A host has more workers than its readings may take, so that however many come, a command
finds a worker.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy.orm import Session

from contracts.errors import Kind, Refusal
from shared.dispatch.in_time import TimeLimit

AT_ONCE = 4
WAITING = 16

OpenReading = Callable[[], AbstractContextManager[Session]]


class TooManyReadings(Refusal):
    """All places are taken, or none became free while the caller waited."""

    slug = "too-many-readings"
    kind = Kind.UNAVAILABLE
    vi = "Dịch vụ đang trả lời quá nhiều lượt tra cứu; xin thử lại sau ít giây."
    en = "The service is answering too many questions; try again in some seconds."


class ReadingTooLong(Refusal):
    """The database needed longer for an answer than the service allows."""

    slug = "reading-too-long"
    kind = Kind.UNAVAILABLE
    vi = "Lượt tra cứu này quá lâu nên đã bị dừng; xin thu hẹp phạm vi rồi thử lại."
    en = "This question took too long and was ended; narrow it and try again."


class Places:
    """The places of one host."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        """Take how many are answered at once, and how many may wait besides."""
        self._admitted = threading.BoundedSemaphore(at_once + waiting)
        self._answered = threading.BoundedSemaphore(at_once)

    @contextmanager
    def one(self, limit: TimeLimit) -> Iterator[None]:
        """Take a place, waiting for one at most until the limit. Raises TooManyReadings."""
        if not self._admitted.acquire(blocking=False):
            raise TooManyReadings
        try:
            if not self._answered.acquire(timeout=limit.left()):
                raise TooManyReadings
            try:
                yield
            finally:
                self._answered.release()
        finally:
            self._admitted.release()
