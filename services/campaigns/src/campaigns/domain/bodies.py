"""Bodies named in a command, resolved as they are on the day of the act."""

from dataclasses import dataclass
from datetime import date

from contracts.errors import InvalidField
from contracts.reference import UnknownAgency, UnknownUnit, agencies, units

MEMBERS = frozenset({"member-organisation", "socio-political-organisation"})
STANDING = "front-standing"


@dataclass(frozen=True)
class Body:
    """A body of the programme; `unit` is empty where the agency exists only once."""

    code: str
    unit: str
    level: str
    functions: frozenset[str]

    @property
    def is_member(self) -> bool:
        """Whether it is a member organisation of the Front."""
        return not self.functions.isdisjoint(MEMBERS)

    @property
    def is_standing_board(self) -> bool:
        """Whether it is the standing board, to which the programme gives its own duties."""
        return STANDING in self.functions


def resolve(body: str, on: date, field: str) -> Body:
    """Read `hlhpn-tinh` or `hlhpn-xa/05431` as of a day. Raises InvalidField naming the field."""
    code, _, unit = body.partition("/")
    try:
        found = agencies().get(code, on)
        if unit:
            units().at(unit, on)
    except (UnknownAgency, UnknownUnit) as unknown:
        raise _invalid(
            field, "in-force", body, "không tồn tại vào ngày này", "does not exist on the day"
        ) from (unknown)
    if found.per_unit != bool(unit) or (unit and units().level_of(unit) != found.level):
        raise _invalid(
            field, "one-per-unit", body, "phải kèm đúng mã địa bàn", "needs the code of its own unit"
        )
    return Body(code, unit, found.level, frozenset(found.functions))


def _invalid(field: str, rule: str, body: str, vi: str, en: str) -> InvalidField:
    return InvalidField(field, rule, f"{body} {vi}", f"{body} {en}")
