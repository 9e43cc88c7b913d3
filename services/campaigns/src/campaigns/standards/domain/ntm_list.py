"""The yearly list of communes registered to reach the new-style rural standard (III.1.3-a)."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import WrongStep

DUTY = "III.1.3-a"
STEPS = {
    ("compiled", "submit"): "submitted",
    ("submitted", "return"): "returned",
    ("submitted", "approve"): "approved",
}


@dataclass
class NtmList:
    """A year's list: compiled from what districts put forward, submitted, approved or returned."""

    id: str
    year: int
    unit_code: str
    candidate_ids: list[str]
    commune_codes: list[str]
    compiled_by: str
    compiled_on: date
    recorded_at: datetime
    state: str = "compiled"
    submitted_on: date | None = None
    decision_no: str | None = None
    decided_on: date | None = None

    def submit(self, on: date) -> None:
        """Send it to the People's Committee. Raises WrongStep."""
        self._take("submit")
        self.submitted_on = on

    def give_back(self) -> None:
        """Send it back. Raises WrongStep."""
        self._take("return")

    def approve(self, decision_no: str, on: date) -> None:
        """Decide it. Raises WrongStep."""
        self._take("approve")
        self.decision_no, self.decided_on = decision_no, on

    def _take(self, step: str) -> None:
        if (self.state, step) not in STEPS:
            raise WrongStep(rule=f"ntm-list:{step}", subject=self.id, state=self.state, step=step)
        self.state = STEPS[self.state, step]
