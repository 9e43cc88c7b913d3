"""The Front's survey of the residents' satisfaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal, NamedTuple

from campaigns.common.domain.front import MEMBERS
from campaigns.standards.domain.refusals import CoverageNotReached
from contracts.errors import InvalidField, NotAllowed
from contracts.names import Named
from contracts.reference import Body, Rule
from shared.domain.lifecycle import Awaits, Lifecycle, Step

SurveyState = Annotated[
    Literal["open", "completed"],
    Named(
        "Tình trạng cuộc lấy ý kiến",
        "State of the survey",
        codes={"open": "Đang lấy ý kiến", "completed": "Đã hoàn thành"},
    ),
]
LIFECYCLE = Lifecycle(
    "survey",
    vi="Cuộc lấy ý kiến sự hài lòng",
    states=SurveyState,
    steps={
        "open": Step(
            to="open", vi="Tổ chức lấy ý kiến", awaits=Awaits("complete", lambda survey: survey.charged)
        ),
        "complete": Step("open", to="completed", vi="Hoàn thành cuộc lấy ý kiến"),
    },
)


class Figures(NamedTuple):
    """What a survey found: households in all, those asked, and of these the satisfied."""

    total: int
    asked: int
    satisfied: int


@dataclass(eq=False)
class Survey:
    """A survey: opened by a Front committee, carried out by it or by the members that it names."""

    id: str
    candidate_id: str
    opening_body: str
    opened_on: date
    surveying_bodies: list[str]
    recorded_at: datetime
    state: SurveyState = field(init=False)
    stands_since: date = field(init=False)
    households_total: int | None = None
    households_asked: int | None = None
    satisfied: int | None = None
    report_no: str | None = None
    completing_body: str | None = None
    completed_on: date | None = None

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "open", self.opened_on)

    @property
    def charged(self) -> list[str]:
        """Who carries it out."""
        return self.surveying_bodies or [self.opening_body]

    @property
    def is_by_members(self) -> bool:
        """Whether member organisations carried it out."""
        return bool(self.surveying_bodies)

    def require_charged(self, body: str) -> None:
        """Refuse whoever is not charged with it. Raises NotAllowed."""
        if body not in self.charged:
            raise NotAllowed(
                "surveyor-only",
                "Chỉ tổ chức được giao lấy ý kiến mới hoàn thành được cuộc lấy ý kiến",
                "Only a body charged with the survey completes it",
            )

    def complete(self, by: str, on: date, figures: Figures, report_no: str, coverage: Rule | None) -> None:
        """Keep its figures. Raises WrongStep, DayBeforeLastStep, InvalidField, CoverageNotReached."""
        LIFECYCLE.take(self, "complete", on)
        _require_order(figures)
        _require_coverage(coverage, figures)
        self.households_total, self.households_asked, self.satisfied = figures
        self.report_no, self.completing_body, self.completed_on = report_no, by, on


def require_members(names: Sequence[str], path: str, on: date) -> None:
    """Check that surveyors are member organisations of the unit or of one above. Raises InvalidField."""
    for index, name in enumerate(names):
        field_name = f"surveying_bodies.{index}"
        body = Body.on(name, on, field_name)
        near = not body.unit_code or f"/{body.unit_code}/" in path
        if body.side != "front" or not body.holds(*MEMBERS) or not near:
            raise InvalidField(
                field_name,
                "member-of-the-place",
                "Phải là tổ chức thành viên của Mặt trận tại địa bàn hoặc cấp trên",
                "It must be a member organisation of the unit or of a unit above it",
            )


def _require_order(figures: Figures) -> None:
    parts = (
        ("households_asked", figures.asked, figures.total),
        ("satisfied", figures.satisfied, figures.asked),
    )
    for name, part, whole in parts:
        if part > whole:
            raise InvalidField(
                name, "part-of-whole", "Phần không thể lớn hơn toàn thể", "A part cannot exceed the whole"
            )


def _require_coverage(rule: Rule | None, figures: Figures) -> None:
    if rule and not rule.is_reached_by(figures.asked, figures.total):
        raise CoverageNotReached(
            rule=rule.key, law=rule.name, asked=figures.asked, total=figures.total, percent=rule.number
        )
