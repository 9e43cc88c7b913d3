"""The timers under nameko: a green thread that looks every few seconds at what is due."""

import eventlet
import structlog
from eventlet.event import Event
from eventlet.greenthread import GreenThread
from nameko.extensions import DependencyProvider

from shared.standing import Standing
from shared.timers import Timers

log = structlog.get_logger()

LOOK_SECONDS = 5.0
STOP_SECONDS = 20


class TimerThread(DependencyProvider):
    """Runs what is due. Stopping waits for an act that is under way."""

    def __init__(self, timers: Timers, standing: Standing | None = None) -> None:
        """Take the timers of the service, and whether it may act."""
        super().__init__()
        self._timers, self._standing = timers, standing or Standing()
        self._stopping = Event()
        self._thread: GreenThread | None = None

    def start(self) -> None:
        """Begin to look, where the service has timers at all."""
        if self._timers.service.timers:
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
            if self._standing.may_act:
                self._timers.run_due()
            with eventlet.Timeout(LOOK_SECONDS, exception=False):
                self._stopping.wait()
