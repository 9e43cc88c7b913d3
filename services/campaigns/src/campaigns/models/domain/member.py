"""A body invited to coordinate in a model; it alone answers."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import InvalidField, WrongStep
from contracts.reference import Body

STEPS = {("invited", "join"): "joined", ("invited", "decline"): "declined"}


@dataclass
class Member:
    """An invitation and its answer."""

    id: str
    model_id: str
    body: str
    side: str
    functions: list[str]
    recorded_at: datetime
    state: str = "invited"
    answered_on: date | None = None
    reason: str | None = None

    def has_joined(self, by: date) -> bool:
        """Whether it had agreed to coordinate by a day."""
        return self.state == "joined" and self.answered_on is not None and self.answered_on <= by

    def answer(self, step: str, on: date, reason: str | None = None) -> None:
        """Join or decline, once. Raises WrongStep."""
        if (self.state, step) not in STEPS:
            raise WrongStep(subject=self.body, state=self.state, step=step, rule=f"member:{step}")
        self.state, self.answered_on, self.reason = STEPS[self.state, step], on, reason


def meeting_level(chair_level: str) -> str:
    """Return the level at which the state meets a Front body: an area's is that of its commune."""
    return "X" if chair_level == "K" else chair_level


def require_same_level(body: Body, chair_level: str, field: str) -> None:
    """Refuse a state body that meets the chair diagonally (programme I.1-a, §2.3). Raises InvalidField."""
    if body.side == "state" and body.level != meeting_level(chair_level):
        raise InvalidField(
            field,
            "same-level",
            "Cơ quan Nhà nước phối hợp với Mặt trận cùng cấp",
            "A state body coordinates with the Front of its own level",
        )
