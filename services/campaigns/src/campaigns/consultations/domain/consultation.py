"""A consultation (hiệp thương): the Front and its members agree; nobody commands."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from campaigns.common.domain.front import MEMBERS
from contracts.errors import InvalidField
from contracts.names import Named
from contracts.reference import Body, body_name
from contracts.values import BodyLevel
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.domain.text import folded

DUTIES_OF_THE_BOARD = ("II.1a-a", "III.2a-b")
ConsultationState = Annotated[
    Literal["held", "concluded"],
    Named(
        "Tình trạng hiệp thương",
        "State of the consultation",
        codes={"held": "Đã tổ chức", "concluded": "Đã kết luận"},
    ),
]
CONCLUSION = Awaits("conclude", lambda held: [held.chair_body])
LIFECYCLE = Lifecycle(
    "consultation",
    vi="Cuộc hiệp thương",
    states=ConsultationState,
    steps={
        "hold": Step(to="held", vi="Tổ chức hiệp thương", awaits=CONCLUSION),
        "conclude": Step("held", to="concluded", vi="Kết luận hiệp thương"),
        "reopen": Step("concluded", to="held", vi="Mở lại hiệp thương", awaits=CONCLUSION),
        "propose_assignment": Step("concluded", vi="Đề xuất phân công"),
    },
)


@dataclass
class Consultation:
    """A consultation about a campaign: held, then concluded by its minutes.

    `path` is its unit and all above it on the day on which it was held.
    """

    id: str
    campaign_id: str
    chair_body: str
    unit_code: str
    path: str
    topics: list[str]
    participant_bodies: list[str]
    held_on: date
    recorded_at: datetime
    state: ConsultationState = field(init=False)
    stands_since: date = field(init=False)
    search: str = field(init=False)
    minutes_ref: str | None = None
    concluded_on: date | None = None

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "hold", self.held_on)
        self.search = folded(*self.topics)

    def conclude(self, minutes_ref: str, on: date) -> None:
        """Close it with the number of its minutes. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "conclude", on)
        self.minutes_ref, self.concluded_on = minutes_ref, on

    def reopen(self, on: date, reason: str) -> None:
        """Take the conclusion back until there are other minutes. Raises WrongStep, DayBeforeLastStep.

        The number of the earlier minutes can be read until then; what was proposed on them stays.
        """
        LIFECYCLE.take(self, "reopen", on, reason=reason)
        self.concluded_on = None

    def require_concluded(self, on: date) -> None:
        """Refuse to build on a consultation without minutes. Raises WrongStep."""
        LIFECYCLE.check_state(self, "propose_assignment", on)

    def require_consulted(self, body: str) -> None:
        """Refuse to charge a member that was not consulted. Raises InvalidField."""
        if body not in self.participant_bodies:
            name = body_name(body, self.stands_since)
            raise InvalidField(
                "assignee_body",
                "was-consulted",
                f"{name.vi} không tham gia hiệp thương này",
                f"{name.en} did not take part in this consultation",
            )


def require_members(participants: Sequence[str], level: BodyLevel, on: date) -> None:
    """Refuse participants that are no members of the Front at the chair's level. Raises InvalidField."""
    for index, name in enumerate(participants):
        at = f"participant_bodies.{index}"
        _require_member(Body.on(name, on, at), level, at)


def _require_member(body: Body, level: BodyLevel, named_in: str) -> None:
    if not body.holds(*MEMBERS):
        raise InvalidField(
            named_in,
            "front-member",
            "Chỉ hiệp thương giữa các tổ chức thành viên của Mặt trận",
            "Only member organisations of the Front consult",
        )
    if body.level != level:
        raise InvalidField(
            named_in, "same-level", "Phải là tổ chức cùng cấp", "It must be an organisation of the same level"
        )


def duties_of_conclusion(*, by_standing_board: bool) -> tuple[str, ...]:
    """Return what a concluded consultation is evidence of; the duties are the standing board's own."""
    return DUTIES_OF_THE_BOARD if by_standing_board else ()
