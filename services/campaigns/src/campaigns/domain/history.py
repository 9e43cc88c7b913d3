"""The history of one object: each step that somebody took with it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass
class Step:
    """A body took a step on a day, and the object stood in another state; never altered."""

    id: str
    object_id: str
    step: str
    state: str
    body: str
    on: date
    recorded_at: datetime
    reason: str | None = None
