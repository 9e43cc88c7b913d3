"""Bodies named in a message, `so-xd` or `ubnd-xa/05431`, resolved as they are on a day."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from contracts.errors import InvalidField
from contracts.names import Name
from contracts.reference.agencies import UnknownAgency, agencies
from contracts.reference.naming import body_name
from contracts.reference.units import UnknownUnit, level_of, units
from contracts.values import AgencySide, BodyLevel


@dataclass(frozen=True)
class Body:
    """A body of the programme, `called` as people call it; `unit_code` is empty where there is only one."""

    name: str
    called: Name
    unit_code: str
    side: AgencySide
    level: BodyLevel
    column: str
    functions: frozenset[str]

    def holds(self, *functions: str) -> bool:
        """Whether it holds one of these functions."""
        return not self.functions.isdisjoint(functions)

    def is_at(self, level: BodyLevel, unit_code: str) -> bool:
        """Whether it acts at this level and in this unit («cùng cấp»)."""
        return self.level == level and self.unit_code in {"", unit_code}

    @classmethod
    def on(cls, name: str, day: date, field: str) -> "Body":
        """Read a body as of a day. Raises InvalidField naming the field."""
        code, _, unit_code = name.partition("/")
        try:
            found = agencies().get(code, day)
            if unit_code:
                units().check(unit_code, day)
        except (UnknownAgency, UnknownUnit) as unknown:
            rule = "agency-in-force" if isinstance(unknown, UnknownAgency) else "unit-in-force"
            said = unknown.sentences()
            raise InvalidField(field, rule, said["vi"], said["en"]) from unknown
        if found.per_unit != bool(unit_code) or (unit_code and level_of(unit_code) != found.level):
            raise InvalidField(
                field,
                "one-per-unit",
                f"{found.name_vi}: mã địa bàn chỉ dùng, và phải dùng, khi mỗi địa bàn có một cơ quan như vậy",
                f"{found.name_en}: a unit's code is given exactly where each unit has such a body",
            )
        return cls(
            name,
            body_name(name, day),
            unit_code,
            found.side,
            found.level,
            found.column,
            frozenset(found.functions),
        )


def body_words(name: str, day: date) -> tuple[str, ...]:
    """Return by what a body is searched for: `ubnd-xa/05431`, its agency's names, and its unit's on a day."""
    code, _, unit_code = name.partition("/")
    found = [name]
    with suppress(UnknownAgency):
        agency = agencies().get(code, day)
        found += [agency.name_vi, agency.name_en]
    with suppress(UnknownUnit):
        found += [units().check(unit_code, day).name] if unit_code else []
    return tuple(found)


def body_holding(function: str, unit_code: str, on: date, level: BodyLevel | None = None) -> str | None:
    """Name the body that holds a function for a unit on a day, `ubnd-xa/05431` or `so-xd`, if there is one.

    `level` is that of the unit where it is not given.
    """
    held = agencies().holding(function, on, level or level_of(unit_code))
    if not held:
        return None
    return f"{held[0].code}/{unit_code}" if held[0].per_unit else held[0].code
