"""How long a session on PostgreSQL may wait, work and stand idle before the server or the system ends it."""

from dataclasses import dataclass
from typing import Any

MISSED_KEEPALIVES = 3
LOOK_SECONDS = 1


@dataclass(frozen=True)
class SessionLimits:
    """Limits of every session, in seconds.

    `connect` is for reaching the server, `lock` for waiting for somebody else's lock, `statement` for one
    statement, `idle` for a transaction in which nothing is asked, `keepalive` for a silent line before the
    system asks whether the other end is still there.
    """

    connect: float = 10
    lock: float = 10
    statement: float = 30
    idle: float = 60
    keepalive: float = 30

    def arguments(self) -> dict[str, Any]:
        """Return what libpq is to be told; the server's limits hold from the session's first statement on."""
        limits = {
            "lock_timeout": self.lock,
            "statement_timeout": self.statement,
            "idle_in_transaction_session_timeout": self.idle,
            # Who was cut short in the middle of a statement leaves no word: its locks must not stay.
            "client_connection_check_interval": LOOK_SECONDS,
        }
        return {
            "connect_timeout": max(round(self.connect), 2),  # libpq takes a second for two
            "options": " ".join(f"-c {name}={round(1000 * seconds)}" for name, seconds in limits.items()),
            "keepalives_idle": max(round(self.keepalive), 1),
            "keepalives_interval": max(round(self.keepalive / MISSED_KEEPALIVES), 1),
            "keepalives_count": MISSED_KEEPALIVES,
            # What was sent and is not taken: without it a dead server shows after a quarter of an hour.
            "tcp_user_timeout": round(2000 * self.keepalive),
        }
