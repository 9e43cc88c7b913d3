"""An outreach: planned, joined by those invited, then held or cancelled."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from campaigns.common.domain.invited import not_invited
from contracts.campaigns.outreach import LinkedProgramme, OutreachKind
from contracts.errors import InvalidField
from contracts.names import Named
from contracts.values import AgencySide, ContentCode, MovementCode
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.domain.text import folded

OutreachState = Annotated[
    Literal["planned", "held", "cancelled"],
    Named(
        "Tình trạng hoạt động",
        "State of the outreach",
        codes={"planned": "Đã lập kế hoạch", "held": "Đã tổ chức", "cancelled": "Đã hủy"},
    ),
]
InvitationState = Annotated[
    Literal["invited", "joined"],
    Named(
        "Trả lời lời mời",
        "State of the invitation",
        codes={"invited": "Được mời", "joined": "Đồng ý tham gia"},
    ),
]

LIFECYCLE = Lifecycle(
    "outreach",
    vi="Hoạt động tuyên truyền, vận động",
    states=OutreachState,
    steps={
        "plan": Step(
            to="planned",
            vi="Lập kế hoạch",
            awaits=(
                Awaits("join", lambda each: each.invited_bodies, due=lambda each: each.planned_on),
                Awaits("hold", lambda each: [each.holder_body], due=lambda each: each.planned_on),
            ),
        ),
        "join": Step("planned", vi="Đồng ý tham gia"),
        "hold": Step("planned", to="held", vi="Ghi nhận đã tổ chức"),
        "cancel": Step("planned", to="cancelled", vi="Hủy"),
    },
)


@dataclass(eq=False)
class Outreach:
    """What a body does among people in one place. `path` is its unit and all above it on the day planned.

    `invited_bodies` may join in holding it; a name among them is evidence of nothing.
    """

    id: str
    kind: OutreachKind
    title: str
    unit_code: str
    path: str
    linked_programme: LinkedProgramme | None
    content_codes: list[ContentCode]
    movement_code: MovementCode | None
    holder_body: str
    invited_bodies: list[str]
    plan_id: str | None
    planned_on: date
    made_on: date
    recorded_at: datetime
    held_on: date | None = None
    participants: int | None = None
    enrolled: int | None = None
    duration_minutes: int | None = None
    result: str | None = None
    reason: str | None = None
    search: str = field(init=False)
    state: OutreachState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life, and let it be found by its title."""
        self.search = folded(self.title)
        LIFECYCLE.begin(self, "plan", self.made_on)

    def join(self, body: str, on: date) -> None:
        """Let a body that was invited take part. Raises NotAllowed, WrongStep, DayBeforeLastStep.

        It does not hold up the holder, whose meeting may have been on an earlier day.
        """
        self.require_invited(body)
        LIFECYCLE.take(self, "join", on)

    def hold(self, on: date, *, participants: int, enrolled: int | None, minutes: int, result: str) -> None:
        """Keep what came of it. Raises WrongStep, DayBeforeLastStep, InvalidField."""
        LIFECYCLE.check(self, "hold", on)
        self._check_day(on)
        LIFECYCLE.take(self, "hold", on)
        self.held_on, self.participants, self.enrolled = on, participants, enrolled
        self.duration_minutes, self.result = minutes, result

    def cancel(self, reason: str, on: date) -> None:
        """Cancel it and say why. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "cancel", on, reason=reason)
        self.reason = reason

    def require_invited(self, body: str) -> None:
        """Refuse a body that was not invited. Raises NotAllowed."""
        if body not in self.invited_bodies:
            raise not_invited()

    def _check_day(self, on: date) -> None:
        """What was planned for a day is not held before it (III.1.2-c). Raises InvalidField."""
        if on < self.planned_on:
            raise InvalidField(
                "occurred_on",
                "not-before-planned-day",
                f"Kế hoạch ghi ngày {self.planned_on:%d/%m/%Y}, chưa thể ghi nhận đã tổ chức",
                f"It is planned for {self.planned_on}; it cannot have been held before",
            )


@dataclass(eq=False)
class Guest:
    """A body that takes part in holding an outreach; `side` is its side on the day on which it joined."""

    id: str
    outreach_id: str
    invited_body: str
    side: AgencySide
    joined_on: date


@dataclass(eq=False)
class TrainingPlan:
    """A year's plan of training; its sessions are outreach of the kind `training`, each with its own life."""

    id: str
    year: int
    title: str
    owner_body: str
    planned_on: date
    recorded_at: datetime
