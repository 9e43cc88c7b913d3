"""A residential area in a review, the meeting of its people about the result, and its screened households."""

from collections.abc import Iterable
from dataclasses import InitVar, dataclass, field
from datetime import date
from typing import Annotated, Literal

from campaigns.common.domain.seats import holder_at
from campaigns.poverty.domain.scoring import DeprivationCode
from contracts.campaigns.poverty import AreaType, PovertyStatus
from contracts.names import Named
from contracts.reference import Place, body_holding
from shared.domain.lifecycle import Awaits, Lifecycle, Step

AreaMeetingState = Annotated[
    Literal["awaited", "held", "witnessed"],
    Named(
        "Tình trạng cuộc họp khu dân cư",
        "State of the area's meeting",
        codes={
            "awaited": "Chưa họp",
            "held": "Đã họp",
            "witnessed": "Ban công tác Mặt trận đã xác nhận",
        },
    ),
]


def _commune(area: "Area") -> Iterable[str]:
    path = Place.on(area.area_code, area.stands_since).path
    body = holder_at("X", "peoples-committee", path, area.stands_since)
    return [body] if body else []


def _front_group(area: "Area") -> Iterable[str]:
    group = body_holding("area-front-group", area.area_code, area.stands_since)
    return [group] if group else []


LIFECYCLE = Lifecycle(
    "area_meeting",
    vi="Cuộc họp khu dân cư",
    states=AreaMeetingState,
    steps={
        "list": Step(to="awaited", vi="Đưa vào đợt rà soát"),
        # An area without screened households is never called.
        "call": Step("awaited", vi="Đề nghị họp khu dân cư", moves_day=True, awaits=Awaits("hold", _commune)),
        "hold": Step(
            "awaited",
            "held",
            "witnessed",
            to="held",
            vi="Họp khu dân cư",
            awaits=Awaits("witness", _front_group),
        ),
        "witness": Step("held", to="witnessed", vi="Ban công tác Mặt trận xác nhận"),
        "annul": Step("held", "witnessed", to="awaited", vi="Hủy kết quả để họp lại"),
    },
)


@dataclass(eq=False)
class Area:
    """A residential area in a review, and the meeting that its people held about the result."""

    id: str
    review_id: str
    area_code: str
    area_type: AreaType
    households: int
    listed_on: InitVar[date]
    state: AreaMeetingState = field(init=False)
    stands_since: date = field(init=False)
    attended: int | None = None
    agreed: int | None = None
    minutes_ref: str | None = None
    held_on: date | None = None
    witnessed_on: date | None = None

    def __post_init__(self, listed_on: date) -> None:
        """Begin its life in the review."""
        LIFECYCLE.begin(self, "list", listed_on)

    def call(self, on: date) -> None:
        """Its households are scored: its people are to meet. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "call", on)

    def hold(self, attended: int, agreed: int, minutes_ref: str, on: date) -> None:
        """Keep what the meeting said; held anew, it must be witnessed anew. Raises DayBeforeLastStep."""
        LIFECYCLE.take(self, "hold", on)
        self.attended, self.agreed, self.minutes_ref = attended, agreed, minutes_ref
        self.held_on, self.witnessed_on = on, None

    def witness(self, on: date) -> None:
        """Keep that the Front of the area was there. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "witness", on)
        self.witnessed_on = on

    def annul(self, on: date, reason: str) -> None:
        """Forget the meeting, if there was one: the households are scored anew."""
        if self.held_on is not None:
            LIFECYCLE.take(self, "annul", on, reason=reason)
        self.attended = self.agreed = self.minutes_ref = self.held_on = self.witnessed_on = None


@dataclass(eq=False)
class Case:
    """A screened household in a review, with its form B and what the rules make of it."""

    id: str
    review_id: str
    household_ref: str
    area_code: str
    b1_points: int | None = None
    deprivations: list[DeprivationCode] | None = None
    found: PovertyStatus | None = None
