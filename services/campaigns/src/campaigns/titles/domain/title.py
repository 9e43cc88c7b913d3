"""A cultural title: registered, assessed, voted on by the residents, decided by the People's Committee."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal, NamedTuple

from campaigns.common.domain.seats import seat_of
from campaigns.titles.domain.standard import DECISION
from contracts.errors import Kind, Refusal
from contracts.names import Named, code_name
from contracts.reference import NoRuleInForce, body_holding, rules
from contracts.values import TitleCode
from shared.domain.deadlines import ExplainedDeadline
from shared.domain.facts import Facts
from shared.domain.lifecycle import Awaits, Lifecycle, Step

VotedTitle = Annotated[
    Literal["GDVH", "KDCVH"],
    Named("Danh hiệu", "Title", codes={each: code_name(TitleCode, each) for each in ("GDVH", "KDCVH")}),
]

DUTY = "II.1a-h"
TitleState = Annotated[
    Literal[
        "registered",
        "self_assessed",
        "not_met",
        "area_reviewed",
        "not_passed",
        "submitted",
        "recognised",
        "rejected",
        "revoked",
    ],
    Named(
        "Tình trạng danh hiệu",
        "State of the title",
        codes={
            "registered": "Đã đăng ký",
            "self_assessed": "Tự đánh giá đạt",
            "not_met": "Tự đánh giá chưa đạt",
            "area_reviewed": "Khu dân cư đã bình xét",
            "not_passed": "Không đủ phiếu tán thành",
            "submitted": "Đã trình",
            "recognised": "Đã công nhận",
            "rejected": "Không công nhận",
            "revoked": "Đã thu hồi",
        },
    ),
]


def _decider(title: "Title") -> list[str]:
    """Name who decides by the rule of the set, as of the day it was sent; nobody where none is named."""
    try:
        agency = str(rules().value(f"{title.title.lower()}.decided_by", title.stands_since))
    except NoRuleInForce:
        return []
    body = seat_of(agency, title.path, title.stands_since)
    return [body] if body else []


def _registering(title: "Title") -> list[str]:
    return [title.registering_body]


def _front_group(title: "Title") -> list[str]:
    group = body_holding("area-front-group", title.area_code, title.stands_since)
    return [group] if group else []


# What the residents passed awaits nobody by itself: their meeting awaits the dossier for all that it passed.
LIFECYCLE = Lifecycle(
    "title",
    vi="Danh hiệu văn hóa",
    states=TitleState,
    steps={
        "register": Step(to="registered", vi="Đăng ký", awaits=Awaits("self_assess", _registering)),
        "self_assess": Step(
            "registered", to="self_assessed", vi="Tự đánh giá đạt", awaits=Awaits("pass", _front_group)
        ),
        "find_unmet": Step("registered", to="not_met", vi="Tự đánh giá chưa đạt"),
        "pass": Step("self_assessed", to="area_reviewed", vi="Bình xét đạt"),
        "fail": Step("self_assessed", to="not_passed", vi="Bình xét không đạt"),
        "submit": Step(
            "area_reviewed",
            to="submitted",
            vi="Gửi hồ sơ",
            awaits=Awaits("recognise", _decider, within=DECISION),
        ),
        "recognise": Step("submitted", to="recognised", vi="Công nhận"),
        "reject": Step("submitted", to="rejected", vi="Không công nhận"),
        "revoke": Step("recognised", to="revoked", vi="Thu hồi danh hiệu"),
    },
)


class TitleAlreadyCovered(Refusal):
    """A subject has a registration for the year, or a title that still covers it."""

    slug = "title-already-covered"
    kind = Kind.CONFLICT
    vi = "{subject.vi} đã đăng ký hoặc đang giữ danh hiệu «{title.vi}» của năm {year}."
    en = "{subject.en} already registered for, or still holds, the title «{title.en}» of {year}."


class Held(NamedTuple):
    """The years that an earlier title covers, both included."""

    year: int
    last_year: int


class Earned(NamedTuple):
    """What a recognition gives: the last year that it covers, and what the years in a row amount to."""

    last_year: int
    consecutive_years: int
    certificate_earned: bool


@dataclass(eq=False)
class Title:
    """One subject's title of one year. `path` is the area and all units above it on that day."""

    id: str
    title: VotedTitle
    standard_version: str
    subject_ref: str
    area_code: str
    path: str
    year: int
    registering_body: str
    registered_on: date
    recorded_at: datetime
    state: TitleState = field(init=False)
    stands_since: date = field(init=False)
    self_assessment: dict[str, Any] | None = None
    meeting_id: str | None = None
    yes_votes: int | None = None
    submitted_on: date | None = None
    decision_due_on: date | None = None
    decision_due: ExplainedDeadline | None = None
    deciding_body: str | None = None
    decision_no: str | None = None
    decided_on: date | None = None
    consecutive_years: int | None = None
    last_year: int | None = None
    certificate_earned: bool = False
    reason: str | None = None
    revoked_on: date | None = None
    facts: Facts | None = None
    facts_digest: str | None = None

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "register", self.registered_on)

    def self_assess(self, said: dict[str, Any], version: str, on: date, *, meets: bool) -> None:
        """Keep what the subject says of itself, by the set in force on the day.

        Raises WrongStep, DayBeforeLastStep.
        """
        LIFECYCLE.take(self, "self_assess" if meets else "find_unmet", on)
        self.self_assessment, self.standard_version = said, version

    def review(self, meeting_id: str, yes_votes: int, on: date, *, passed: bool) -> None:
        """Keep the residents' vote. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "pass" if passed else "fail", on)
        self.meeting_id, self.yes_votes = meeting_id, yes_votes

    def submit(self, due: ExplainedDeadline, on: date) -> None:
        """Send it to the body that decides. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "submit", on)
        self.submitted_on, self.decision_due, self.decision_due_on = on, due, due.due_on

    def recognise(self, by: str, decision_no: str, earned: Earned, on: date) -> None:
        """Recognise it. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "recognise", on)
        self.deciding_body, self.decision_no, self.decided_on = by, decision_no, on
        self.last_year, self.consecutive_years, self.certificate_earned = earned

    def reject(self, by: str, reason: str, on: date) -> None:
        """Reject it and say why. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "reject", on, reason=reason)
        self.deciding_body, self.reason, self.decided_on = by, reason, on

    def revoke(self, reason: str, on: date) -> None:
        """Take it back; what was decided stays readable. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "revoke", on, reason=reason)
        self.reason, self.revoked_on = reason, on

    @property
    def decided_on_time(self) -> bool:
        """Whether it was decided by its due day."""
        decided, due = self.decided_on, self.decision_due_on
        return decided is not None and due is not None and decided <= due


def years_in_a_row(year: int, earlier: Iterable[Held]) -> int:
    """Count the years in a row up to `year` that the subject holds or held the title."""
    ends_on = {held.last_year: held.year for held in earlier}
    first = year
    while first - 1 in ends_on:
        first = ends_on[first - 1]
    return year - first + 1
