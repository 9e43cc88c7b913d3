"""Households that register for a year of a campaign, known here only by opaque references."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from campaigns.common.domain.festival import DAY, festival_day
from contracts.errors import InvalidField, Kind, Refusal
from contracts.names import Named
from contracts.values import ContentCode
from shared.domain.lifecycle import Awaits, Lifecycle, Step

CONTENT_DUTIES: dict[ContentCode, str] = {
    "ND1": "II.1a-c",
    "ND2": "II.1a-d",
    "ND3": "II.1a-e",
    "ND4": "II.1a-f",
    "ND5": "II.1a-g",
}


RegistrationState = Annotated[
    Literal["registered", "self_assessed", "confirmed", "not_confirmed"],
    Named(
        "Tình trạng đăng ký của hộ",
        "State of the registration",
        codes={
            "registered": "Đã đăng ký",
            "self_assessed": "Đã tự đánh giá",
            "confirmed": "Được xác nhận",
            "not_confirmed": "Không được xác nhận",
        },
    ),
]


def _registering(registration: "Registration") -> list[str]:
    return [registration.registering_body]


def _festival(registration: "Registration") -> date | None:
    return festival_day(registration.year, registration.stands_since)


LIFECYCLE = Lifecycle(
    "registration",
    vi="Đăng ký của hộ gia đình",
    states=RegistrationState,
    steps={
        "register": Step(
            to="registered",
            vi="Đăng ký",
            awaits=Awaits("self_assess", _registering, within=DAY, due=_festival),
        ),
        "self_assess": Step(
            "registered",
            to="self_assessed",
            vi="Tự đánh giá",
            awaits=Awaits("confirm", _registering, within=DAY, due=_festival),
        ),
        "confirm": Step("self_assessed", to="confirmed", vi="Xác nhận tại Ngày hội"),
        "not_confirm": Step("self_assessed", to="not_confirmed", vi="Không xác nhận"),
    },
)


class AlreadyRegistered(Refusal):
    """A household registers once a year; the refusal names its number in the area's list, no person."""

    slug = "household-already-registered"
    kind = Kind.CONFLICT
    vi = "Hộ số {list_number} của {area.vi} đã đăng ký trong năm {year}."
    en = "Household {list_number} of {area.en} is already registered for {year}."


@dataclass
class Household:
    """A household of an area's private list; `id` is the reference that may leave the service."""

    id: str
    area_code: str
    list_number: int


@dataclass
class Registration:
    """What a household takes upon itself for one year; `path` is its area and all above it on the day."""

    id: str
    household_ref: str
    area_code: str
    path: str
    campaign_id: str
    year: int
    content_codes: list[ContentCode]
    registering_body: str
    registered_on: date
    recorded_at: datetime
    state: RegistrationState = field(init=False)
    stands_since: date = field(init=False)
    kept_codes: list[ContentCode] | None = None
    assessed_on: date | None = None
    settled_on: date | None = None
    minutes_ref: str | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "register", self.registered_on)

    def assess(self, kept_codes: list[ContentCode], on: date) -> None:
        """Keep which contents the household holds that it kept. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "self_assess", on)
        self.kept_codes, self.assessed_on = kept_codes, on

    def settle(self, minutes_ref: str, reason: str | None, on: date, *, confirmed: bool) -> None:
        """Keep what the festival found. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "confirm" if confirmed else "not_confirm", on, reason=reason)
        self.minutes_ref, self.reason, self.settled_on = minutes_ref, reason, on

    @property
    def duties(self) -> tuple[str, ...]:
        """The duties of the contents, of which the registration is evidence."""
        return tuple(CONTENT_DUTIES[code] for code in sorted(self.content_codes))


def distinct_numbers(numbers: list[int]) -> None:
    """Refuse a list that names a household twice. Raises InvalidField."""
    seen: set[int] = set()
    for index, number in enumerate(numbers):
        if number in seen:
            raise _named_twice(index, number)
        seen.add(number)


def _named_twice(index: int, number: int) -> InvalidField:
    return InvalidField(
        f"households.{index}.list_number",
        "distinct",
        f"Hộ số {number} bị nêu hai lần",
        f"Household {number} is named twice",
    )


def count_by_content(chosen: Iterable[tuple[list[ContentCode], int]]) -> dict[ContentCode, int]:
    """Count households by content, from how many chose which; each counts once for each of its contents."""
    counted: Counter[ContentCode] = Counter()
    for codes, households in chosen:
        counted.update(dict.fromkeys(codes, households))
    return {code: counted[code] for code in CONTENT_DUTIES}
