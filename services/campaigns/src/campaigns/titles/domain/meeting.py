"""The residents' meeting of an area that votes on titles (họp bình xét)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from campaigns.titles.domain.standard import ATTENDANCE, BALLOT, YES
from contracts.errors import InvalidField, Kind, Refusal, WrongStep
from contracts.reference import rules


class QuorumNotReached(Refusal):
    """Too few of those called came: the meeting decides nothing and is held again."""

    slug = "quorum-not-reached"
    kind = Kind.CONFLICT
    vi = "Chỉ có {attended}/{invited} người dự họp; quy tắc «{key}» đòi hỏi ít nhất {percent} %."
    en = "Only {attended} of {invited} came; rule {key} asks for at least {percent} %."


@dataclass
class Meeting:
    """A meeting that reached its quorum; `dossier_due` is the stored explanation of that deadline."""

    id: str
    title: str
    kdc_id: str
    year: int
    held_on: date
    invited: int
    attended: int
    ballot: str
    minutes_ref: str
    dossier_due: dict[str, Any]
    recorded_by: str
    recorded_at: datetime
    state: str = "held"
    dossier_no: str | None = None
    submitted_on: date | None = None

    def __post_init__(self) -> None:
        """Check attendance and the way of voting. Raises InvalidField, QuorumNotReached."""
        if self.attended > self.invited:
            raise _too_many("attended", "invited")
        ways = rules().value(BALLOT, self.held_on)
        if not isinstance(ways, list) or self.ballot not in ways:
            raise InvalidField(
                "ballot", BALLOT, "Hình thức biểu quyết không được phép", "This way of voting is not allowed"
            )
        quorum = rules().in_force(ATTENDANCE, self.held_on)
        if not quorum.is_reached_by(self.attended, self.invited):
            raise QuorumNotReached(
                rule=ATTENDANCE,
                key=ATTENDANCE,
                attended=self.attended,
                invited=self.invited,
                percent=quorum.number,
            )

    def passes(self, yes_votes: int, field: str) -> bool:
        """Say whether enough of those who attended agreed. Raises InvalidField."""
        if yes_votes > self.attended:
            raise _too_many(field, "attended")
        return rules().in_force(YES, self.held_on).is_reached_by(yes_votes, self.attended)

    def submit(self, dossier_no: str, on: date) -> None:
        """Send its dossier, once. Raises WrongStep, InvalidField."""
        if self.state != "held":
            raise WrongStep(
                rule="title-meeting:submit-once", subject=self.id, state=self.state, step="submit"
            )
        if on < self.held_on:
            raise InvalidField(
                "occurred_on",
                "not-before-meeting",
                "Không thể gửi hồ sơ trước cuộc họp",
                "A dossier is not sent before the meeting",
            )
        self.state, self.dossier_no, self.submitted_on = "submitted", dossier_no, on


def _too_many(field: str, limit: str) -> InvalidField:
    return InvalidField(
        field, f"at-most:{limit}", f"Không được nhiều hơn «{limit}»", f"It cannot be more than {limit}"
    )
