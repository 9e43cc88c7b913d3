"""`python -m faults.skewed SECONDS MODULE …`: run a module whose clock is wrong by so much.

The clock is a port of the chassis; here another one is plugged in before anything else reads it.
"""

import runpy
import sys
from datetime import datetime, timedelta

from shared import clock

right = clock.system_clock


def skew(seconds: float) -> None:
    """Let every module that is loaded from now on see a clock that is wrong."""
    by = timedelta(seconds=seconds)

    def wrong() -> datetime:
        return right() + by

    clock.system_clock = wrong


if __name__ == "__main__":
    skew(float(sys.argv[1]))
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
