"""Whether one unit lies in another."""

from datetime import date

from contracts.reference import UnknownUnit, units


def inside(code: str, ancestor: str, on: date) -> bool:
    """Say whether a unit is another or lies below it; a unit that does not exist on the day lies nowhere."""
    try:
        return units().is_within(code, ancestor, on)
    except UnknownUnit:
        return False
