"""What the assignee of an assignment reports."""

from dataclasses import dataclass, field
from datetime import date, datetime

from shared.domain.text import folded


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
    search: str = field(init=False)

    def __post_init__(self) -> None:
        """Fold the words by which it is found."""
        self.search = folded(self.summary)
