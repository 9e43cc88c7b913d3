"""Households that register for a year of a campaign, known here only by opaque references."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import InvalidField, Kind, Refusal, WrongStep

CONTENT_DUTIES = {
    "ND1": "II.1a-c",
    "ND2": "II.1a-d",
    "ND3": "II.1a-e",
    "ND4": "II.1a-f",
    "ND5": "II.1a-g",
}


class AlreadyRegistered(Refusal):
    """A household registers once a year; the refusal names its number in the area's list, no person."""

    slug = "household-already-registered"
    kind = Kind.CONFLICT
    vi = "Hộ số {list_number} của {kdc_id} đã đăng ký trong năm {year}."
    en = "Household {list_number} of {kdc_id} is already registered for {year}."


@dataclass
class Household:
    """A household of an area's private list; `id` is the reference that may leave the service."""

    id: str
    kdc_id: str
    list_number: int


@dataclass
class Registration:
    """What a household takes upon itself for one year."""

    id: str
    household_ref: str
    kdc_id: str
    campaign_id: str
    year: int
    content_codes: list[str]
    registered_by: str
    registered_on: date
    recorded_at: datetime
    state: str = "registered"
    kept_codes: list[str] | None = None
    assessed_on: date | None = None
    settled_on: date | None = None
    minutes_ref: str | None = None
    reason: str | None = None

    def assess(self, kept_codes: list[str], on: date) -> None:
        """Keep which contents the household holds that it kept. Raises WrongStep."""
        self._leave("registered", "self_assess")
        self.state, self.kept_codes, self.assessed_on = "self_assessed", kept_codes, on

    def settle(self, minutes_ref: str, reason: str | None, on: date, *, confirmed: bool) -> None:
        """Keep what the festival found. Raises WrongStep."""
        self._leave("self_assessed", "confirm")
        self.state = "confirmed" if confirmed else "not_confirmed"
        self.minutes_ref, self.reason, self.settled_on = minutes_ref, reason, on

    def _leave(self, state: str, step: str) -> None:
        if self.state != state:
            raise WrongStep(subject=self.id, state=self.state, step=step, rule=f"{step}-only-after:{state}")

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


def count_by_content(chosen: Iterable[tuple[list[str], int]]) -> dict[str, int]:
    """Count households by content, from how many chose which; each counts once for each of its contents."""
    counted: Counter[str] = Counter()
    for codes, households in chosen:
        counted.update(dict.fromkeys(codes, households))
    return {code: counted[code] for code in CONTENT_DUTIES}
