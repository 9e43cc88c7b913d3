"""An outreach: planned, then held or cancelled."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import InvalidField, WrongStep

STEPS = {("planned", "hold"): "held", ("planned", "cancel"): "cancelled"}


@dataclass
class Outreach:
    """What a body does among people in one place. `path` is its unit and all above it on the day planned."""

    id: str
    kind: str
    title: str
    unit_code: str
    path: str
    linked_programme: str | None
    content_codes: list[str]
    movement_code: str | None
    holder_org: str
    plan_id: str | None
    planned_on: date
    stands_since: date
    recorded_at: datetime
    state: str = "planned"
    held_on: date | None = None
    participants: int | None = None
    enrolled: int | None = None
    duration_minutes: int | None = None
    result: str | None = None
    reason: str | None = None

    def hold(self, on: date, *, participants: int, enrolled: int | None, minutes: int, result: str) -> None:
        """Keep what came of it. Raises WrongStep, InvalidField."""
        self._take("hold", on)
        self.held_on, self.participants, self.enrolled = on, participants, enrolled
        self.duration_minutes, self.result = minutes, result

    def cancel(self, reason: str, on: date) -> None:
        """Cancel it and say why. Raises WrongStep, InvalidField."""
        self._take("cancel", on)
        self.reason = reason

    def require_open(self) -> None:
        """Refuse a body that joins after the end. Raises WrongStep."""
        if self.state != "planned":
            raise WrongStep(subject=self.id, state=self.state, step="join", rule="outreach:join")

    def _take(self, step: str, on: date) -> None:
        if (self.state, step) not in STEPS:
            raise WrongStep(subject=self.id, state=self.state, step=step, rule=f"outreach:{step}")
        if on < self.stands_since:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể trước ngày lập kế hoạch ({self.stands_since:%d/%m/%Y})",
                f"It cannot be before the day of planning ({self.stands_since:%Y-%m-%d})",
            )
        self.state, self.stands_since = STEPS[self.state, step], on


@dataclass
class Guest:
    """A body invited to take part in holding an outreach."""

    id: str
    outreach_id: str
    body: str
    side: str
    recorded_at: datetime
    state: str = "invited"
    joined_on: date | None = None

    def join(self, on: date) -> None:
        """Agree to take part. Raises WrongStep when it has agreed already."""
        if self.state != "invited":
            raise WrongStep(subject=self.outreach_id, state=self.state, step="join", rule="outreach:join")
        self.state, self.joined_on = "joined", on


@dataclass
class TrainingPlan:
    """A year's plan of training; its sessions are outreach of the kind `training`."""

    id: str
    year: int
    title: str
    owner_org: str
    planned_on: date
    recorded_at: datetime
