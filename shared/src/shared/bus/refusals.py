"""Events that the broker refused: how often, and when they may be tried again."""

from dataclasses import dataclass
from time import monotonic

LOOK_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0


@dataclass
class Refusals:
    """How often a key's first event was refused in a row, and when it may be tried again (monotonic)."""

    times: int = 0
    again_at: float = 0.0

    def add(self) -> int:
        """Count one more, wait twice as long as before, and return how many there were."""
        self.times += 1
        self.again_at = monotonic() + min(LOOK_SECONDS * 2**self.times, LONGEST_PAUSE_SECONDS)
        return self.times
