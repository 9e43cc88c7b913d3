"""What a host does by itself under nameko: a green thread that looks, does what is there, and rests."""

from abc import ABC, abstractmethod

import eventlet
from eventlet.event import Event
from eventlet.greenthread import GreenThread
from nameko.extensions import DependencyProvider

from shared.standing import Standing


class LookingThread(DependencyProvider, ABC):
    """Looks again and again, where the service may act; what fails is the matter of `look`."""

    look_seconds: float  # between two looks
    stop_seconds: float | None = None  # for how long stopping waits for what is under way; None: to its end

    def __init__(self, standing: Standing | None = None) -> None:
        """Take whether the service may act."""
        super().__init__()
        self._standing = standing or Standing()
        self._stopping = Event()
        self._thread: GreenThread | None = None

    @abstractmethod
    def look(self) -> float:
        """Do what is there; return for how many seconds to rest."""

    def is_wanted(self) -> bool:
        """Whether there can be anything to do at all."""
        return True

    def start(self) -> None:
        """Begin to look, where that is wanted."""
        if self.is_wanted():
            self._thread = eventlet.spawn(self._run_for_ever)

    def stop(self) -> None:
        """Let what is under way end."""
        self._stopping.send()
        if self._thread:
            with eventlet.Timeout(self.stop_seconds, exception=False):
                self._thread.wait()

    def kill(self) -> None:
        """End at once; what was not committed is done by the next host."""
        if self._thread:
            self._thread.kill()

    def _run_for_ever(self) -> None:
        while not self._stopping.ready():
            seconds = self.look() if self._standing.may_act else self.look_seconds
            with eventlet.Timeout(seconds, exception=False):
                self._stopping.wait()
