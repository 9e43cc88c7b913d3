"""Bodies named in a command, resolved as they are on the day of the act."""

from dataclasses import dataclass
from datetime import date

from contracts.errors import InvalidField
from contracts.reference import UnknownAgency, agencies

DRAFTING = "drafting-body"
ORGANISATIONS = "socio-political-organisation"
CRITICS = frozenset({"front-standing", "front-committee", ORGANISATIONS})


@dataclass(frozen=True)
class Body:
    """A body of the programme; `unit_code` is empty where the agency exists only once."""

    name: str
    unit_code: str
    side: str
    level: str
    functions: frozenset[str]

    @property
    def is_front_itself(self) -> bool:
        """Whether it is a committee of the Front or its standing board, not a member organisation."""
        return self.side == "front" and not self.functions.isdisjoint(CRITICS - {ORGANISATIONS})

    def drafts_at(self, level: str, unit_code: str) -> bool:
        """Say whether it is a state drafting body of this level and unit («cùng cấp»)."""
        return self.side == "state" and DRAFTING in self.functions and self._is_at(level, unit_code)

    def critiques_at(self, level: str, unit_code: str) -> bool:
        """Say whether it is a body of the Front that may critique at this level and unit."""
        of_front = self.side == "front" and not self.functions.isdisjoint(CRITICS)
        return of_front and self._is_at(level, unit_code)

    def _is_at(self, level: str, unit_code: str) -> bool:
        return self.level == level and self.unit_code in {"", unit_code}


def resolve(body: str, on: date, field: str) -> Body:
    """Read `so-xd` or `ubnd-xa/05431` as of a day. Raises InvalidField naming the field."""
    code, _, unit_code = body.partition("/")
    try:
        found = agencies().get(code, on)
    except UnknownAgency as unknown:
        raise InvalidField(
            field,
            "agency-in-force",
            f"Không có cơ quan {code} vào ngày {on}",
            f"There is no agency {code} on {on}",
        ) from unknown
    if found.per_unit != bool(unit_code):
        raise InvalidField(
            field,
            "one-per-unit",
            f"{body}: mã địa bàn chỉ dùng, và phải dùng, khi mỗi địa bàn có một cơ quan như vậy",
            f"{body}: a unit's code is given exactly where each unit has such a body",
        )
    return Body(body, unit_code, found.side, found.level, frozenset(found.functions))
