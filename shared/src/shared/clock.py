"""Time: instants are UTC, days are those of Vietnam."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


def day_of(instant: datetime) -> date:
    """Return the day in Vietnam on which an instant falls."""
    return instant.astimezone(VIETNAM).date()
