"""The Great National Unity Day festival: which day it is, and which days count as it."""

from calendar import month_name
from datetime import date

from contracts.errors import InvalidField
from contracts.names import Name
from contracts.reference import rules

WINDOW = "report.festival.window"
DAY = "report.festival.day"


def require_festival(on: date) -> None:
    """Refuse a day outside the window that the rule table gives the festival. Raises InvalidField."""
    window = rules().value(WINDOW, on)
    if not isinstance(window, dict):
        raise TypeError(WINDOW)
    if not str(window["from"]) <= f"{on:%m-%d}" <= str(window["to"]):
        first, last = _day_of_year(str(window["from"])), _day_of_year(str(window["to"]))
        raise InvalidField(
            "occurred_on",
            WINDOW,
            f"Ngày hội diễn ra từ ngày {first.vi} đến ngày {last.vi}",
            f"The festival is held from {first.en} to {last.en}",
        )


def festival_day(year: int, on: date) -> date | None:
    """Return a year's festival day by the rule of a day; none where the rule table says nothing."""
    versions = [each for each in rules().versions(DAY) if each.holds_on(on)]
    return date.fromisoformat(f"{year}-{versions[0].value}") if versions else None


def require_before_festival(year: int, on: date) -> None:
    """Refuse a day outside a year, or after that year's festival day. Raises InvalidField."""
    day = str(rules().value(DAY, on))
    if on.year != year or f"{on:%m-%d}" > day:
        festival = _day_of_year(day)
        raise InvalidField(
            "occurred_on",
            DAY,
            f"Phải trong năm {year} và không sau Ngày hội ({festival.vi})",
            f"It must be in {year} and not after the festival day ({festival.en})",
        )


def _day_of_year(written: str) -> Name:
    """Name a day that the rule table writes as month and day: `11-18` is «18/11»."""
    month, day = written.split("-")
    return Name(f"{day}/{month}", f"{int(day)} {month_name[int(month)]}")
