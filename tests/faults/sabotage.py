"""`python -m faults.sabotage HOW MODULE …`: run a host that breaks a promise.

So the accounting is tried: it must count what such a host does.

`no-deduplication` stores an event as often as it comes; `acknowledge-first` acknowledges before the
commit, and takes what the journal has for stored: else the next proof would mend it. Production code has
no switch for either: the host's own functions are replaced in this process.
"""

import runpy
import sys
from collections.abc import Callable
from secrets import token_hex
from typing import Any

from contracts.envelope import Envelope
from shared.bus.trust import Delivery
from shared.host.green import patch


def no_deduplication() -> None:
    """Give each arrival an id of its own, so that it is never known already."""
    from shared.bus import inbox

    honest = inbox._event

    def as_if_new(envelope: Envelope, delivery: Delivery, at: object) -> dict[str, Any]:
        row = honest(envelope, delivery, at)
        return {**row, "event_id": f"{row['event_id']}#{token_hex(4)}"}

    inbox._event = as_if_new


def acknowledge_first() -> None:
    """Acknowledge what came, and only then store it; to be used with a crash before the commit."""
    from shared.bus.catching_up import CatchingUp
    from shared.host.inbox import Inbox

    honest = Inbox._keep

    def hasty(self: Inbox, channel: Any, arrivals: Any) -> None:
        channel.basic_ack(arrivals[-1][0].delivery_tag, multiple=True)
        channel.connection.process_data_events(time_limit=0.2)
        honest(self, channel, arrivals)

    Inbox._keep = hasty  # type: ignore[method-assign]
    CatchingUp._store = lambda *_given: 0  # type: ignore[method-assign]


WAYS: dict[str, Callable[[], None]] = {
    "no-deduplication": no_deduplication,
    "acknowledge-first": acknowledge_first,
}

if __name__ == "__main__":
    patch()
    WAYS[sys.argv[1]]()
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
