"""Forgetting under nameko: a green thread that does a little each minute, and leaves room for the others."""

import structlog
from sqlalchemy.exc import SQLAlchemyError

from shared.counting import Counter
from shared.host.looking import LookingThread
from shared.retention import Sweeper
from shared.standing import Standing

log = structlog.get_logger()

# After a few rows everybody else comes first.
REST_SECONDS = 0.05


class SweepingThread(LookingThread):
    """Forgets what is past its time, and counts what has come."""

    look_seconds = 60.0
    stop_seconds = 5

    def __init__(self, sweeper: Sweeper, counter: Counter, standing: Standing | None = None) -> None:
        """Take who forgets and who counts, and whether the service may act."""
        super().__init__(standing)
        self._sweeper, self._counter = sweeper, counter

    def look(self) -> float:
        """Forget and count a little; where there was something there may be more."""
        try:
            did_some = bool(self._sweeper.sweep() + self._counter.count())
        except Exception as error:  # the next look may fare better
            unforeseen = not isinstance(error, SQLAlchemyError)
            log.warning("forgetting paused", cause=type(error).__name__, exc_info=unforeseen)
            did_some = False
        return REST_SECONDS if did_some else self.look_seconds
