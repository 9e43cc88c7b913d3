"""A campaign: what it is about, where and when it runs, and the drives that support it."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import InvalidField, Kind, Refusal, WrongStep


class CodeTaken(Refusal):
    """The unit already has a campaign with this code."""

    slug = "campaign-code-taken"
    kind = Kind.CONFLICT
    vi = "Địa bàn {unit_code} đã có cuộc vận động mang mã {code}."
    en = "Unit {unit_code} already has a campaign with the code {code}."


@dataclass
class Campaign:
    """A campaign (cuộc vận động) of the Front in one unit; both days are inclusive."""

    id: str
    code: str
    name_vi: str
    unit_code: str
    launched_by: str
    launched_on: date
    start_on: date
    end_on: date
    content_codes: list[str]
    movement_codes: list[str]
    recorded_at: datetime
    state: str = "launched"

    def __post_init__(self) -> None:
        """Refuse a campaign that ends before it begins. Raises InvalidField."""
        if self.end_on < self.start_on:
            raise InvalidField(
                "end_on",
                "not-before-start",
                "Ngày kết thúc không được trước ngày bắt đầu",
                "A campaign cannot end before it begins",
            )

    def require_open(self, on: date, step: str) -> None:
        """Refuse a step after the last day. Raises WrongStep."""
        if on > self.end_on:
            raise WrongStep(rule="campaign:not-ended", subject=self.id, state="ended", step=step)

    def require_year(self, year: int) -> None:
        """Refuse a year in which the campaign does not run. Raises InvalidField."""
        if not self.start_on.year <= year <= self.end_on.year:
            raise InvalidField(
                "year",
                "within-campaign",
                f"Cuộc vận động không diễn ra trong năm {year}",
                f"The campaign does not run in {year}",
            )

    def require_contents(self, codes: list[str], field: str) -> None:
        """Refuse contents that the campaign does not have. Raises InvalidField."""
        if missing := sorted(set(codes) - set(self.content_codes)):
            named = ", ".join(missing)
            raise InvalidField(
                field,
                "content-of-campaign",
                f"Cuộc vận động không có nội dung {named}",
                f"The campaign has no content {named}",
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


def distinct(codes: list[str], field: str) -> list[str]:
    """Return the codes in their order. Raises InvalidField where one is named twice."""
    if len(set(codes)) != len(codes):
        raise InvalidField(field, "distinct", "Có mục bị lặp lại", "An item is named twice")
    return list(codes)


def duties_of_launch(*, by_standing_board: bool, movement_codes: list[str]) -> tuple[str, ...]:
    """Return what a launch is evidence of: province-wide direction, and serving the movements."""
    directs = ("III.2a-a",) if by_standing_board else ()
    return (*directs, "I.1-b") if movement_codes else directs
