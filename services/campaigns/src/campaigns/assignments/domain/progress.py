"""What the assignee of an assignment reports."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass
class Progress:
    """A report on an assignment; never altered. `final` says that it is carried out."""

    id: str
    assignment_id: str
    reporting_body: str
    reported_on: date
    summary: str
    achieved: int | None
    planned: int | None
    final: bool
    recorded_at: datetime
