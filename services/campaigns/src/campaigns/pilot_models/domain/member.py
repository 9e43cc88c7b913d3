"""A body invited to coordinate in a model; it alone answers."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from campaigns.pilot_models.domain.levels import meeting_level
from contracts.errors import InvalidField
from contracts.names import Named
from contracts.reference import Body
from contracts.values import AgencySide, BodyLevel
from shared.domain.lifecycle import Lifecycle, Step

MemberState = Annotated[
    Literal["invited", "joined", "declined"],
    Named(
        "Trả lời lời mời phối hợp",
        "Answer to the invitation",
        codes={"invited": "Được mời", "joined": "Đồng ý phối hợp", "declined": "Từ chối"},
    ),
]

LIFECYCLE = Lifecycle(
    "model_member",
    vi="Cơ quan phối hợp xây dựng mô hình",
    states=MemberState,
    steps={
        "invite": Step(to="invited", vi="Mời phối hợp"),
        "join": Step("invited", to="joined", vi="Đồng ý phối hợp"),
        "decline": Step("invited", to="declined", vi="Từ chối phối hợp"),
    },
)


@dataclass(eq=False)
class Member:
    """An invitation and its answer; the task of answering is among those of the model."""

    id: str
    model_id: str
    member_body: str
    side: AgencySide
    functions: list[str]
    invited_on: date
    answered_on: date | None = None
    reason: str | None = None
    state: MemberState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "invite", self.invited_on)

    def has_joined(self, by: date) -> bool:
        """Whether it had agreed to coordinate by a day."""
        return self.state == "joined" and self.answered_on is not None and self.answered_on <= by

    def answer(self, step: str, on: date, reason: str | None = None) -> None:
        """Join or decline, once. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, step, on, reason=reason)
        self.answered_on, self.reason = on, reason


def require_same_level(body: Body, chair_level: BodyLevel, field: str) -> None:
    """Refuse a state body that meets the chair diagonally (programme I.1-a, §2.3). Raises InvalidField."""
    if body.side == "state" and body.level != meeting_level(chair_level):
        raise InvalidField(
            field,
            "same-level",
            "Cơ quan Nhà nước phối hợp với Mặt trận cùng cấp",
            "A state body coordinates with the Front of its own level",
        )
