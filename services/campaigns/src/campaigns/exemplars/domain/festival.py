"""Whether a day counts as the Great National Unity Day festival."""

from datetime import date

from contracts.errors import InvalidField
from contracts.reference import rules

WINDOW = "report.festival.window"


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
