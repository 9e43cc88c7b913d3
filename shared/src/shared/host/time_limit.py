"""The time limit of reactions under eventlet: kept wherever a reaction lets others work."""

from collections.abc import Iterator
from contextlib import contextmanager

import eventlet

from shared.bus.time_limit import TimeLimitExceeded


@contextmanager
def green_limit(seconds: float) -> Iterator[None]:
    """End what takes longer. Raises TimeLimitExceeded."""
    with eventlet.Timeout(seconds, TimeLimitExceeded()):
        yield
