"""The one who acts: a person in a body of the programme, as that body is on a date."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from contracts.errors import Kind, NotAllowed, Refusal
from contracts.reference import UnknownAgency, agencies, level_of, units

DEMO = "demo"  # the role of accounts with which years gone by are played
PROVINCE_LEVEL = "T"  # a body that exists once serves the whole province


class AgencyNotInForce(Refusal):
    """The body of the token does not exist on the day of the act."""

    slug = "agency-not-in-force"
    kind = Kind.FORBIDDEN
    vi = "Cơ quan {agency} không tồn tại vào ngày {on:%d/%m/%Y}."
    en = "The body {agency} does not exist on {on:%Y-%m-%d}."


class UnitOfAnotherLevel(Refusal):
    """The unit of the token is none in which the body of the token is found."""

    slug = "unit-of-another-level"
    kind = Kind.FORBIDDEN
    vi = "Địa bàn {unit} không cùng cấp với cơ quan {agency}."
    en = "The unit {unit} is not of the level of the body {agency}."


@dataclass(frozen=True)
class Actor:
    """A user of an agency; `unit` is the code of the place that the agency serves."""

    user: str
    agency: str
    unit: str
    side: str
    level: str
    column: str
    per_unit: bool
    functions: frozenset[str] = field(default_factory=frozenset)
    roles: frozenset[str] = field(default_factory=frozenset)

    @property
    def body(self) -> str:
        """The acting body: `btt-mttq-tinh`, or `ub-mttq-xa/05431` where each unit has one."""
        return f"{self.agency}/{self.unit}" if self.per_unit else self.agency

    def require_body(self, body: str, rule: str) -> None:
        """Refuse whoever is not that very body. Raises NotAllowed."""
        if self.body != body:
            raise NotAllowed(rule, f"Chỉ {body} được làm việc này", f"Only {body} may do this")

    def require_unit(self, unit_code: str, rule: str = "own-unit") -> None:
        """Refuse whoever is not of the unit itself. Raises NotAllowed."""
        if self.unit != unit_code:
            raise NotAllowed(
                rule, "Chỉ trong địa bàn của chính cơ quan mình", "Only in the agency's own unit"
            )

    def require_place(self, path: str) -> None:
        """Refuse whose unit is neither the place nor above it; a path is `Place.path`. Raises NotAllowed."""
        if f"/{self.unit}/" not in path:
            raise NotAllowed(
                "own-unit-or-below",
                "Chỉ trong địa bàn của cơ quan mình hoặc cấp dưới",
                "Only in the agency's own unit or below",
            )

    def earlier(self, day: date) -> Self:
        """Return the same body as it was on an earlier day: itself, or what it took over from others.

        Raises AgencyNotInForce, UnknownUnit, UnitOfAnotherLevel.
        """
        if agencies().in_force(self.agency, day):
            who = {"user": self.user, "agency": self.agency, "unit": self.unit}
            return self.on(day, **who, roles=self.roles)
        if not (inherited := agencies().taken_over(self.agency, day)):
            raise AgencyNotInForce(agency=self.agency, on=day)
        return replace(self, functions=inherited)

    @classmethod
    def on(cls, day: date, *, user: str, agency: str, unit: str, roles: frozenset[str] = frozenset()) -> Self:
        """Resolve an agency as it is on a day. Raises AgencyNotInForce, UnknownUnit, UnitOfAnotherLevel."""
        try:
            found = agencies().get(agency, day)
        except UnknownAgency as unknown:
            raise AgencyNotInForce(agency=agency, on=day) from unknown
        if level_of(unit) != (found.level if found.per_unit else PROVINCE_LEVEL):
            raise UnitOfAnotherLevel(unit=unit, agency=agency)
        if found.per_unit:
            units().check(unit, day)
        return cls(
            user=user,
            agency=agency,
            unit=unit,
            side=found.side,
            level=found.level,
            column=found.column,
            per_unit=found.per_unit,
            functions=frozenset(found.functions),
            roles=roles,
        )
