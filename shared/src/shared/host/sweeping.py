"""Forgetting under nameko: a green thread that does a little each minute, and leaves room for the others."""

import eventlet
import structlog
from eventlet.event import Event
from eventlet.greenthread import GreenThread
from nameko.extensions import DependencyProvider
from sqlalchemy.exc import SQLAlchemyError

from shared.counting import Counter
from shared.retention import Sweeper
from shared.standing import Standing

log = structlog.get_logger()

LOOK_SECONDS = 60.0
# After a few rows everybody else comes first.
REST_SECONDS = 0.05
STOP_SECONDS = 5


class SweepingThread(DependencyProvider):
    """Forgets what is past its time, and counts what has come."""

    def __init__(self, sweeper: Sweeper, counter: Counter, standing: Standing | None = None) -> None:
        """Take who forgets and who counts, and whether the service may act."""
        super().__init__()
        self._sweeper, self._counter, self._standing = sweeper, counter, standing or Standing()
        self._stopping = Event()
        self._thread: GreenThread | None = None

    def start(self) -> None:
        """Begin to look."""
        self._thread = eventlet.spawn(self._run_for_ever)

    def stop(self) -> None:
        """Let what is under way end."""
        self._stopping.send()
        if self._thread:
            with eventlet.Timeout(STOP_SECONDS, exception=False):
                self._thread.wait()

    def kill(self) -> None:
        """End at once; what was not committed is done by the next host."""
        if self._thread:
            self._thread.kill()

    def _run_for_ever(self) -> None:
        while not self._stopping.ready():
            try:
                while self._did_some():
                    self._rest(REST_SECONDS)
            except Exception as error:  # the next look may fare better
                unforeseen = not isinstance(error, SQLAlchemyError)
                log.warning("forgetting paused", cause=type(error).__name__, exc_info=unforeseen)
            self._rest(LOOK_SECONDS)

    def _did_some(self) -> bool:
        if self._stopping.ready() or not self._standing.may_act:
            return False
        return bool(self._sweeper.sweep() + self._counter.count())

    def _rest(self, seconds: float) -> None:
        with eventlet.Timeout(seconds, exception=False):
            self._stopping.wait()
