"""Keys whose first event the broker refuses: how often, and when each may be tried again, for operators."""

from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

import structlog
from sqlalchemy import Row, delete, insert

from shared.clock import Clock
from shared.connections import Connections
from shared.tables import refused_keys

log = structlog.get_logger()

LOOK_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0


@dataclass
class RefusedKey:
    """How often a key's first event was refused in a row, and when it may be tried again (monotonic)."""

    type: str
    cause: str
    since: datetime
    times: int = 0
    again_at: float = 0.0

    def add(self) -> int:
        """Count one more, wait twice as long as before, and return how many there were."""
        self.times += 1
        self.again_at = monotonic() + min(LOOK_SECONDS * 2**self.times, LONGEST_PAUSE_SECONDS)
        return self.times


class RefusedKeys:
    """The keys whose first event the broker does not take, in memory and in the service's database."""

    def __init__(self, database: Connections, clock: Clock) -> None:
        """Begin with none; what a relay before this one noted is not known to be so any more."""
        self._database, self._clock = database, clock
        self._found: dict[str, RefusedKey] = {}
        self._changed = True

    def add(self, row: Row[Any], cause: str) -> int:
        """Note that an event was refused, and return how often in a row; the first time, say so."""
        if row.key not in self._found:
            self._found[row.key] = RefusedKey(row.type, cause, self._clock())
            self._changed = True
            log.warning("event refused", event=row.event_id, event_type=row.type, cause=cause)
        return self._found[row.key].add()

    def forget(self, key: str) -> None:
        """A key's event was taken."""
        self._changed |= self._found.pop(key, None) is not None

    def retry_all(self) -> None:
        """Let each be tried at once, as on a new channel."""
        for each in self._found.values():
            each.again_at = 0.0

    def resting(self) -> list[str]:
        """The keys that may not be tried yet."""
        return [key for key, each in self._found.items() if each.again_at > monotonic()]

    def keep(self) -> None:
        """Write down what has changed. Raises SQLAlchemyError."""
        if not self._changed:
            return
        rows = [
            {"key": key, "type": each.type, "cause": each.cause, "since": each.since}
            for key, each in self._found.items()
        ]
        with self._database.bare_transaction() as connection:
            connection.execute(delete(refused_keys))
            if rows:
                connection.execute(insert(refused_keys), rows)
        self._changed = False
