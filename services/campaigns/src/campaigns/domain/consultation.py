"""A consultation (hiệp thương): the Front and its members agree; nobody commands."""

from dataclasses import dataclass
from datetime import date, datetime

from campaigns.domain.bodies import Body, resolve
from contracts.errors import InvalidField, NotAllowed, WrongStep

DUTIES_OF_THE_BOARD = ("II.1a-a", "III.2a-b")


@dataclass
class Consultation:
    """A consultation about a campaign: held, then concluded by its minutes."""

    id: str
    campaign_id: str
    chair_org: str
    unit_code: str
    topics: list[str]
    participants: list[str]
    held_on: date
    recorded_at: datetime
    state: str = "held"
    minutes_ref: str | None = None
    concluded_on: date | None = None

    def require_chair(self, body: str) -> None:
        """Refuse whoever did not chair it. Raises NotAllowed."""
        if body != self.chair_org:
            raise NotAllowed(
                "chair-only",
                "Chỉ cơ quan chủ trì hiệp thương được làm việc này",
                "Only the body that chaired the consultation may do this",
            )

    def conclude(self, minutes_ref: str, on: date) -> None:
        """Close it with the number of its minutes. Raises WrongStep, InvalidField."""
        if self.state != "held":
            raise WrongStep(
                rule="consultation:conclude-once", subject=self.id, state=self.state, step="conclude"
            )
        if on < self.held_on:
            raise InvalidField(
                "occurred_on",
                "not-before-held",
                "Không thể kết thúc trước ngày hiệp thương",
                "A consultation cannot be concluded before it was held",
            )
        self.state, self.minutes_ref, self.concluded_on = "concluded", minutes_ref, on

    def require_concluded(self) -> None:
        """Refuse to build on a consultation without minutes. Raises WrongStep."""
        if self.state != "concluded":
            raise WrongStep(
                rule="consultation:proposals",
                subject=self.id,
                state=self.state,
                step="propose_responsibility",
            )

    def require_consulted(self, body: str) -> None:
        """Refuse to charge a member that was not consulted. Raises InvalidField."""
        if body not in self.participants:
            raise InvalidField(
                "assignee",
                "was-consulted",
                f"{body} không tham gia hiệp thương này",
                f"{body} did not take part in this consultation",
            )


def members(participants: list[str], level: str, on: date) -> list[Body]:
    """Resolve participants: distinct members of the Front at the chair's level. Raises InvalidField."""
    bodies = [resolve(body, on, f"participants.{index}") for index, body in enumerate(participants)]
    for index, body in enumerate(bodies):
        _require_member(body, level, f"participants.{index}")
    return bodies


def _require_member(body: Body, level: str, field: str) -> None:
    if not body.is_member:
        raise InvalidField(
            field,
            "front-member",
            "Chỉ hiệp thương giữa các tổ chức thành viên của Mặt trận",
            "Only member organisations of the Front consult",
        )
    if body.level != level:
        raise InvalidField(
            field, "same-level", "Phải là tổ chức cùng cấp", "It must be an organisation of the same level"
        )


def duties_of_conclusion(*, by_standing_board: bool) -> tuple[str, ...]:
    """Return what a concluded consultation is evidence of; the duties are the standing board's own."""
    return DUTIES_OF_THE_BOARD if by_standing_board else ()
