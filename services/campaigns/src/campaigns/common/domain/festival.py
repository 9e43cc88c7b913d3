"""The Great National Unity Day festival: which day it is, and which days count as it."""

from datetime import date

from contracts.errors import InvalidField
from contracts.reference import rules

WINDOW = "report.festival.window"
DAY = "report.festival.day"


def require_festival(on: date) -> None:
    """Refuse a day outside the window that the rule table gives the festival. Raises InvalidField."""
    window = rules().value(WINDOW, on)
    if not isinstance(window, dict):
        raise TypeError(WINDOW)
    if not str(window["from"]) <= f"{on:%m-%d}" <= str(window["to"]):
        raise InvalidField(
            "occurred_on",
            WINDOW,
            f"Ngày hội diễn ra trong khoảng {window['from']} đến {window['to']} (tháng-ngày)",
            f"The festival is held from {window['from']} to {window['to']} (month-day)",
        )


def festival_day(year: int, on: date) -> date | None:
    """Return a year's festival day by the rule of a day; none where the rule table says nothing."""
    versions = [each for each in rules().versions(DAY) if each.holds_on(on)]
    return date.fromisoformat(f"{year}-{versions[0].value}") if versions else None


def require_before_festival(year: int, on: date) -> None:
    """Refuse a day outside a year, or after that year's festival day. Raises InvalidField."""
    day = str(rules().value(DAY, on))
    if on.year != year or f"{on:%m-%d}" > day:
        raise InvalidField(
            "occurred_on",
            DAY,
            f"Phải trong năm {year} và không sau Ngày hội ({day}, tháng-ngày)",
            f"It must be in {year} and not after the festival day ({day}, month-day)",
        )
