"""A nomination for commendation: nominated, reviewed, decided, awarded; or rejected."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal

from campaigns.common.domain.boards import boards_at
from contracts.campaigns.exemplars import CommendationForm, ExemplarKind, Occasion
from contracts.errors import Kind, NotFound, Refusal
from contracts.names import Name, Named
from contracts.reference import body_name
from contracts.values import AgencyLevel, ContentCode
from shared.domain.facts import Facts
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.domain.text import folded

NOMINATED_BY_AREA = "II.5b-e"
UNDER_CRITERIA = "III.2a-g"

ExemplarState = Annotated[
    Literal["nominated", "reviewed", "decided", "awarded", "rejected"],
    Named(
        "Tình trạng gương điển hình",
        "State of the nomination",
        codes={
            "nominated": "Đã giới thiệu",
            "reviewed": "Đã bình xét",
            "decided": "Đã quyết định khen thưởng",
            "awarded": "Đã biểu dương, trao thưởng",
            "rejected": "Không xét",
        },
    ),
]
CommendationLevel = Annotated[AgencyLevel, Named("Cấp khen thưởng", "Level of commendation")]

LIFECYCLE = Lifecycle(
    "exemplar",
    vi="Gương điển hình",
    states=ExemplarState,
    steps={
        "nominate": Step(
            to="nominated",
            vi="Giới thiệu",
            awaits=(
                Awaits("second", lambda each: each.co_nominating_bodies),
                Awaits("review", lambda each: boards_at("X", each.path, each.stands_since)),
            ),
        ),
        "second": Step("nominated", vi="Cùng giới thiệu"),
        "review": Step(
            "nominated",
            to="reviewed",
            vi="Bình xét",
            awaits=Awaits("decide", lambda each: boards_at(each.level, each.path, each.stands_since)),
        ),
        "decide": Step(
            "reviewed",
            to="decided",
            vi="Quyết định khen thưởng",
            awaits=Awaits("award", lambda each: [each.nominating_body, each.deciding_body]),
        ),
        "award": Step("decided", to="awarded", vi="Biểu dương, trao thưởng"),
        "reject": Step("nominated", "reviewed", to="rejected", vi="Không xét"),
    },
)


class AlreadyNominated(Refusal):
    """The subject is nominated in the year for the same content."""

    slug = "already-nominated"
    kind = Kind.CONFLICT
    vi = "Điển hình này đã được đề nghị khen thưởng trong năm {year} về nội dung «{content.vi}»."
    en = "The exemplar is already nominated in {year} for the content «{content.en}»."


class NominationIncomplete(Refusal):
    """A named co-nominator has not confirmed yet."""

    slug = "nomination-incomplete"
    kind = Kind.CONFLICT
    vi = "Chưa có xác nhận của: {bodies.vi}."
    en = "Not yet confirmed by: {bodies.en}."


@dataclass(eq=False)
class Subject:
    """Who is meant; the name is private and stays in this table."""

    id: str
    kind: ExemplarKind
    area_code: str
    name: str | None
    recorded_at: datetime


@dataclass(eq=False)
class Seconding:
    """A body named as co-nominator has confirmed."""

    id: str
    exemplar_id: str
    nominating_body: str
    confirmed_on: date


@dataclass(eq=False)
class Exemplar:
    """One nomination. `path` is the area and all units above it on the day.

    `co_nominating_bodies` are named by the nominator; each confirms for itself.
    """

    id: str
    subject_kind: ExemplarKind
    subject_ref: str
    area_code: str
    path: str
    year: int
    content_code: ContentCode
    achievement: str
    criteria_id: str
    criteria_version: str
    criteria_met: list[dict[str, Any]]
    nominating_body: str
    co_nominating_bodies: list[str]
    nominated_on: date
    recorded_at: datetime
    level: CommendationLevel | None = None
    minutes_ref: str | None = None
    reviewing_body: str | None = None
    reviewed_on: date | None = None
    deciding_body: str | None = None
    decision_no: str | None = None
    form: CommendationForm | None = None
    decided_on: date | None = None
    occasion: Occasion | None = None
    occasion_ref: str | None = None
    awarded_on: date | None = None
    rejected_on: date | None = None
    reason: str | None = None
    facts: Facts | None = None
    facts_digest: str | None = None
    search: str = field(init=False)
    state: ExemplarState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life, and let it be found by its words."""
        self.search = folded(self.achievement)
        LIFECYCLE.begin(self, "nominate", self.nominated_on)

    def second(self, body: str, on: date) -> None:
        """Let a named co-nominator confirm. Raises NotFound, WrongStep, DayBeforeLastStep.

        It does not hold up the review, which may have been on an earlier day and then lacks it.
        """
        self.require_named(body)
        LIFECYCLE.take(self, "second", on)

    def review(self, by: str, level: CommendationLevel, minutes_ref: str, on: date) -> None:
        """Keep its review, and who is to commend. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "review", on)
        self.reviewing_body, self.level, self.minutes_ref, self.reviewed_on = by, level, minutes_ref, on

    def decide(self, by: str, decision_no: str, form: CommendationForm, on: date) -> None:
        """Decide the commendation. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "decide", on)
        self.deciding_body, self.decision_no, self.form, self.decided_on = by, decision_no, form, on

    def award(self, occasion: Occasion, occasion_ref: str | None, on: date) -> None:
        """Hand it over. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "award", on)
        self.occasion, self.occasion_ref, self.awarded_on = occasion, occasion_ref, on

    def reject(self, reason: str, on: date) -> None:
        """Reject it and say why. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "reject", on, reason=reason)
        self.reason, self.rejected_on = reason, on

    def require_named(self, body: str) -> None:
        """Refuse a body that was not named as co-nominator. Raises NotFound."""
        if body not in self.co_nominating_bodies:
            name = body_name(body, self.nominated_on)
            what = Name(f"phần của {name.vi} trong giới thiệu", f"part of {name.en} in")
            raise NotFound(what=what, id=self.id)
