"""Points at which a fault test may end a process, as a power cut would: `CRASH_AT=relay.confirmed`.

`CRASH_AT=relay.confirmed:3` ends it the third time. Without the setting a point costs one look-up.
"""

import os
import signal
from collections import Counter
from collections.abc import Sequence

POINTS: Sequence[str] = (
    "dispatcher.before_transaction",
    "dispatcher.outbox_written",
    "dispatcher.before_commit",
    "dispatcher.committed",
    "relay.before_publish",
    "relay.published",
    "relay.confirmed",
    "relay.marked",
    "inbox.before_insert",
    "inbox.before_commit",
    "inbox.committed",
    "inbox.acknowledged",
    "processor.in_handler",
    "processor.before_mark",
    "processor.before_commit",
    "processor.committed",
    "timer.before_commit",
)

_wanted, _, _times = os.environ.get("CRASH_AT", "").partition(":")
_passed: Counter[str] = Counter()

if _wanted and _wanted not in POINTS:
    message = f"CRASH_AT names no crash point: {_wanted}; choose from {', '.join(POINTS)}"
    raise ValueError(message)


def crash_point(name: str) -> None:
    """End this process here and now, where CRASH_AT says so."""
    if name == _wanted:
        _passed[name] += 1
        if _passed[name] >= int(_times or 1):
            os.kill(os.getpid(), signal.SIGKILL)
