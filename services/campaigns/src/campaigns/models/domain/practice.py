"""A sheet of good practice: problem, method, cost, result, and which body to ask."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import InvalidField, NotAllowed, WrongStep

STEPS = {("published", "withdraw"): "withdrawn"}


@dataclass
class Practice:
    """A sheet, published to the whole province."""

    id: str
    unit_code: str
    path: str
    model_id: str | None
    name_vi: str
    problem: str
    method: str
    cost_vnd: int
    result: str
    contact: str
    search_text: str
    published_by: str
    published_on: date
    recorded_at: datetime
    state: str = "published"
    withdrawn_on: date | None = None
    reason: str | None = None

    def withdraw(self, by: str, reason: str, on: date) -> None:
        """Its publisher withdraws it. Raises NotAllowed, WrongStep, InvalidField."""
        if by != self.published_by:
            raise NotAllowed(
                "publisher-only",
                "Chỉ cơ quan đăng được rút phiếu của mình",
                "Only its publisher withdraws a sheet",
            )
        if (self.state, "withdraw") not in STEPS:
            raise WrongStep(subject=self.id, state=self.state, step="withdraw", rule="practice:withdraw")
        if on < self.published_on:
            raise InvalidField(
                "occurred_on",
                "not-before-publication",
                "Không thể rút trước ngày đăng",
                "It cannot be withdrawn before it was published",
            )
        self.state, self.withdrawn_on, self.reason = STEPS[self.state, "withdraw"], on, reason
