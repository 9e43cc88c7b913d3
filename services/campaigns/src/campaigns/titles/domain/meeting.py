"""The residents' meeting of an area that votes on titles (họp bình xét)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from campaigns.titles.domain.standard import ATTENDANCE, BALLOT, DOSSIER, YES
from campaigns.titles.domain.title import VotedTitle
from contracts.errors import InvalidField, Kind, Refusal
from contracts.names import Named
from contracts.reference import rules
from shared.domain.deadlines import ExplainedDeadline
from shared.domain.lifecycle import Awaits, Lifecycle, Step

Ballot = Annotated[
    Literal["secret_ballot", "show_of_hands"],
    Named(
        "Hình thức biểu quyết",
        "Ballot",
        codes={"secret_ballot": "Bỏ phiếu kín", "show_of_hands": "Giơ tay"},
    ),
]
TitleMeetingState = Annotated[
    Literal["held", "none_passed", "submitted"],
    Named(
        "Tình trạng cuộc họp bình xét",
        "State of the meeting",
        codes={
            "held": "Đã họp",
            "none_passed": "Không danh hiệu nào đạt",
            "submitted": "Đã gửi hồ sơ",
        },
    ),
]

LIFECYCLE = Lifecycle(
    "title_meeting",
    vi="Cuộc họp bình xét",
    states=TitleMeetingState,
    steps={
        "hold": Step(
            to="held",
            vi="Họp bình xét",
            awaits=Awaits("submit", lambda meeting: [meeting.recording_body], within=DOSSIER),
        ),
        "hold_in_vain": Step(to="none_passed", vi="Họp bình xét, không danh hiệu nào đạt"),
        "submit": Step("held", to="submitted", vi="Gửi hồ sơ"),
    },
)


class QuorumNotReached(Refusal):
    """Too few of those called came: the meeting decides nothing and is held again."""

    slug = "quorum-not-reached"
    kind = Kind.CONFLICT
    vi = "Chỉ có {attended}/{invited} người dự họp; theo quy tắc «{law.vi}» phải có ít nhất {percent}%."
    en = "Only {attended} of {invited} came; the rule «{law.en}» asks for at least {percent}%."


@dataclass(eq=False)
class Meeting:
    """A meeting that reached its quorum and passed some titles, or none.

    `dossier_due` explains the day by which it sends the dossier of what passed.
    """

    id: str
    title: VotedTitle
    area_code: str
    year: int
    held_on: date
    invited: int
    attended: int
    passed: int
    ballot: Ballot
    minutes_ref: str
    dossier_due: ExplainedDeadline
    recording_body: str
    recorded_at: datetime
    state: TitleMeetingState = field(init=False)
    stands_since: date = field(init=False)
    dossier_no: str | None = None
    submitted_on: date | None = None

    def __post_init__(self) -> None:
        """Check attendance and the way of voting. Raises InvalidField, QuorumNotReached."""
        if self.attended > self.invited:
            raise _too_many("attended", "invited")
        self._require_ballot()
        self._require_quorum()
        LIFECYCLE.begin(self, "hold" if self.passed else "hold_in_vain", self.held_on)

    def submit(self, dossier_no: str, on: date) -> None:
        """Send its dossier, once. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "submit", on)
        self.dossier_no, self.submitted_on = dossier_no, on

    def _require_ballot(self) -> None:
        ways = rules().value(BALLOT, self.held_on)
        if not isinstance(ways, list) or self.ballot not in ways:
            raise InvalidField(
                "ballot", BALLOT, "Hình thức biểu quyết không được phép", "This way of voting is not allowed"
            )

    def _require_quorum(self) -> None:
        quorum = rules().in_force(ATTENDANCE, self.held_on)
        if not quorum.is_reached_by(self.attended, self.invited):
            raise QuorumNotReached(
                rule=ATTENDANCE,
                law=quorum.name,
                attended=self.attended,
                invited=self.invited,
                percent=quorum.number,
            )


def is_passed(yes_votes: int, attended: int, on: date, field: str) -> bool:
    """Say whether enough of those who attended agreed (rule gdvh.vote.yes_min). Raises InvalidField."""
    if yes_votes > attended:
        raise _too_many(field, "attended")
    return rules().in_force(YES, on).is_reached_by(yes_votes, attended)


def _too_many(field: str, limit: str) -> InvalidField:
    return InvalidField(
        field, f"at-most:{limit}", f"Không được nhiều hơn «{limit}»", f"It cannot be more than {limit}"
    )
