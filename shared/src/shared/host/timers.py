"""The timers under nameko: a green thread that looks every few seconds at what is due."""

from shared.host.looking import LookingThread
from shared.standing import Standing
from shared.timers import Timers


class TimerThread(LookingThread):
    """Runs what is due. Stopping waits for an act that is under way."""

    look_seconds = 5.0
    stop_seconds = 20

    def __init__(self, timers: Timers, standing: Standing | None = None) -> None:
        """Take the timers of the service, and whether it may act."""
        super().__init__(standing)
        self._timers = timers

    def is_wanted(self) -> bool:
        """Whether the service has timers at all."""
        return bool(self._timers.service.timers)

    def look(self) -> float:
        """Run what is due."""
        self._timers.run_due()
        return self.look_seconds
