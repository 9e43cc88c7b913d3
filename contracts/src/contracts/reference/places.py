"""Where something belongs: a unit, and all units above it, on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from contracts.errors import InvalidField
from contracts.reference.units import UnknownUnit, units


@dataclass(frozen=True)
class Place:
    """A unit on a day; `path` is the codes from the unit up to its province, between slashes."""

    unit_id: str
    code: str
    path: str

    @classmethod
    def on(cls, code: str, day: date, field: str = "unit_code") -> Self:
        """Find a unit, or a residential area of it, by its code on a day. Raises InvalidField."""
        try:
            unit = units().check(code, day)
        except UnknownUnit as unknown:
            said = unknown.sentences()
            raise InvalidField(field, "unit-in-force", said["vi"], said["en"]) from unknown
        above = [each.code for each in units().path(unit.id, day)]
        return cls(unit.id, code, f"/{'/'.join(dict.fromkeys([code, *above]))}/")


def is_unit(code: str, unit_id: str, day: date) -> bool:
    """Say whether a code means that very unit on a day; a code alone is passed on by mergers."""
    try:
        return units().at(code, day).id == unit_id
    except UnknownUnit:
        return False
