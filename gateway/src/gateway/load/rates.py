"""How often somebody may ask: a steady rate, and what was not used for a moment in one go.

The generic cell rate algorithm: of each caller one number is known, the instant at which all that it asked
would be paid off at the steady rate.
"""

import time
from collections.abc import Callable

from cachetools import LRUCache

# So many seconds' worth may be asked at once by who asked nothing before.
BURST_SECONDS = 10
# Whoever was not heard of for longest is forgotten first; an attacker with more addresses than this has
# no need to have one forgotten.
CALLERS = 50_000


class Rate:
    """The rate of each caller; 0 a second is no limit."""

    def __init__(self, per_second: int, stopwatch: Callable[[], float] = time.monotonic) -> None:
        """Allow each caller so many requests a second."""
        self.per_second = per_second
        self._stopwatch = stopwatch
        self._paid_at: LRUCache[str, float] = LRUCache(CALLERS)

    def wait(self, caller: str) -> float:
        """Count a request and return 0, or count nothing and return in how many seconds one is allowed."""
        if not self.per_second:
            return 0
        now, each = self._stopwatch(), 1 / self.per_second
        paid_at = max(self._paid_at.get(caller, now), now) + each
        if (too_early := paid_at - now - BURST_SECONDS) > 0:
            return too_early
        self._paid_at[caller] = paid_at
        return 0
