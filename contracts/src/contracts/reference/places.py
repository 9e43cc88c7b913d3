"""Where something belongs: a unit, and all units above it, on a day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

from contracts.errors import InvalidField
from contracts.reference.units import UnknownUnit, units


@dataclass(frozen=True)
class Place:
    """A unit on a day; `path` is the codes from its province down to the unit, between slashes.

    So the paths of all that lies in a unit begin with the unit's own, and an index finds them.
    """

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
        downwards = reversed(dict.fromkeys([code, *above]))
        return cls(unit.id, code, f"/{'/'.join(downwards)}/")


@lru_cache(maxsize=4096)
def paths_of(code: str) -> tuple[str, ...]:
    """Return every path that a code of a unit or area has ever had; none where nobody knows the code."""
    found: dict[str, None] = {}
    for day in units().days_of_change():
        try:
            found[Place.on(code, day).path] = None
        except (InvalidField, UnknownUnit):  # no unit had the code then, or one above it has no row so early
            continue
    return tuple(found)


def is_unit(code: str, unit_id: str, day: date) -> bool:
    """Say whether a code means that very unit on a day; a code alone is passed on by mergers."""
    try:
        return units().at(code, day).id == unit_id
    except UnknownUnit:
        return False
