"""A campaign: what it is about, where and when it runs, and the drives that support it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.errors import InvalidField, Kind, Refusal
from contracts.names import Named
from contracts.reference import code_names
from contracts.values import ContentCode, MovementCode
from shared.domain.lifecycle import Lifecycle, Step
from shared.domain.text import folded

CampaignState = Annotated[
    Literal["launched", "ended"],
    Named(
        "Tình trạng cuộc vận động",
        "State of the campaign",
        codes={"launched": "Đã phát động", "ended": "Đã kết thúc"},
    ),
]
LIFECYCLE = Lifecycle(
    "campaign",
    vi="Cuộc vận động",
    states=CampaignState,
    steps={
        "launch": Step(to="launched", vi="Phát động"),
        "consult": Step("launched", vi="Tổ chức hiệp thương"),
    },
    stands=lambda campaign, on: campaign.state_on(on),
)


class CodeTaken(Refusal):
    """The unit already has a campaign with this code."""

    slug = "campaign-code-taken"
    kind = Kind.CONFLICT
    vi = "Ở {unit.vi} đã có cuộc vận động mang ký hiệu «{code}»."
    en = "{unit.en} already has a campaign with the code «{code}»."


@dataclass
class Campaign:
    """A campaign (cuộc vận động) of the Front in one unit; both days are inclusive.

    `path` is its unit and all above it on the day of the launch. «Ended» is not kept: `end_on` tells it.
    """

    id: str
    code: str
    name_vi: str
    unit_code: str
    path: str
    launching_body: str
    launched_on: date
    start_on: date
    end_on: date
    content_codes: list[ContentCode]
    movement_codes: list[MovementCode]
    recorded_at: datetime
    state: CampaignState = field(init=False)
    stands_since: date = field(init=False)
    search: str = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life; a campaign does not end before it begins. Raises InvalidField."""
        if self.end_on < self.start_on:
            raise InvalidField(
                "end_on",
                "not-before-start",
                "Ngày kết thúc không được trước ngày bắt đầu",
                "A campaign cannot end before it begins",
            )
        LIFECYCLE.begin(self, "launch", self.launched_on)
        self.search = folded(self.code, self.name_vi)

    def state_on(self, day: date) -> CampaignState:
        """Return how it stands on a day: `ended` after its last day."""
        return "ended" if day > self.end_on else self.state

    def require_open(self, on: date) -> None:
        """Refuse to consult about it after its last day. Raises WrongStep."""
        LIFECYCLE.check_state(self, "consult", on)

    def require_year(self, year: int) -> None:
        """Refuse a year in which the campaign does not run. Raises InvalidField."""
        if not self.start_on.year <= year <= self.end_on.year:
            raise InvalidField(
                "year",
                "within-campaign",
                f"Cuộc vận động không diễn ra trong năm {year}",
                f"The campaign does not run in {year}",
            )

    def require_contents(self, codes: Sequence[ContentCode], named_in: str) -> None:
        """Refuse contents that the campaign does not have. Raises InvalidField."""
        if missing := sorted(set(codes) - set(self.content_codes)):
            names = code_names(ContentCode, missing)
            raise InvalidField(
                named_in,
                "content-of-campaign",
                f"Cuộc vận động không có nội dung: {names.vi}",
                f"The campaign has no content: {names.en}",
            )


@dataclass
class Drive:
    """A fund's drive that supports a campaign, as the funds service told; money is VND."""

    id: str
    campaign_id: str
    fund_id: str
    unit_code: str
    start_on: date
    end_on: date
    target_vnd: int | None


def duties_of_launch(*, by_standing_board: bool, movement_codes: Sequence[str]) -> tuple[str, ...]:
    """Return what a launch is evidence of: province-wide direction, and serving the movements."""
    directs = ("III.2a-a",) if by_standing_board else ()
    return (*directs, "I.1-b") if movement_codes else directs
