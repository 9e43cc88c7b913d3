"""Waiting for something to become true."""

import time
from collections.abc import Callable


def wait_until(true: Callable[[], bool], *, seconds: float, every: float = 0.2) -> bool:
    """Ask until the answer is yes; False when `seconds` have passed without one."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() >= end:
            return False
        time.sleep(every)
    return True
