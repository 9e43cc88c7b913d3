"""Which body of a place is meant: that of a named agency, or the one next above a commune."""

from datetime import date

from contracts.reference import UnknownAgency, agencies, body_holding, level_of
from contracts.values import BodyLevel


def seat_of(agency: str, path: str, on: date) -> str | None:
    """Name the body of an agency that serves a place, `ubnd-huyen/164` or `ubnd-tinh`, if there is one."""
    try:
        found = agencies().get(agency, on)
    except UnknownAgency:
        return None
    if not found.per_unit:
        return agency
    unit = _unit_at(found.level, path)
    return f"{agency}/{unit}" if unit else None


def next_above(function: str, path: str, on: date) -> str | None:
    """Name who holds a function next above a commune: in the district while there is one, or above it."""
    return holder_at("H", function, path, on) or holder_at("T", function, path, on)


def holder_at(level: BodyLevel, function: str, path: str, on: date) -> str | None:
    """Name who holds a function at a level of a place, if there is one."""
    unit = _unit_at(level, path)
    return body_holding(function, unit, on, level) if unit else None


def _unit_at(level: BodyLevel, path: str) -> str | None:
    return next((code for code in path.split("/") if level_of(code) == level), None)
