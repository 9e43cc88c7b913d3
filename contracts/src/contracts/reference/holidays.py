"""Vietnam's public holidays and working days, from the library `holidays` alone."""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from holidays import HolidayBase

Language = Literal["vi", "en"]

_LIBRARY_LANGUAGE: dict[Language, str] = {"vi": "vi", "en": "en_US"}
_SATURDAY = 5
# A Saturday worked in exchange for a bridge day is known to the library only once its year is loaded.
_LOADED_YEARS = range(2015, 2036)


@cache
def _calendar(language: Language) -> "HolidayBase":
    from holidays import country_holidays  # 3 MB that a process without working days can spare

    return country_holidays("VN", language=_LIBRARY_LANGUAGE[language], years=_LOADED_YEARS)


def is_working_day(day: date) -> bool:
    """Monday to Friday but for public holidays, and the Saturdays worked in exchange for a bridge day."""
    return _calendar("vi").is_working_day(day)


def add_working_days(day: date, count: int) -> date:
    """Return the `count`-th working day after `day`, or before it when `count` is negative.

    The day itself is not counted; a count of 0 gives the day, or the next working day if it is a day off.
    """
    return _calendar("vi").get_nth_working_day(day, count)


def holidays_between(first: date, last: date, language: Language = "vi") -> dict[date, str]:
    """Public holidays from `first` to `last`, both included, with their names in `language`."""
    calendar = _calendar(language)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return {day: calendar[day] for day in days if day in calendar}


def holidays_skipped(first: date, last: date, language: Language = "vi") -> dict[date, str]:
    """Public holidays from `first` to `last` on what would else be working days: Monday to Friday."""
    found = holidays_between(first, last, language)
    return {day: name for day, name in found.items() if day.weekday() < _SATURDAY}
