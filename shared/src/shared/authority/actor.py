"""The one who acts: a person in a body of the programme, as that body is on a date."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from contracts.errors import Kind, NotAllowed, Refusal
from contracts.reference import UnknownAgency, agencies, agency_name, body_name, level_of, unit_name, units
from contracts.values import AgencySide, BodyLevel

DEMO = "demo"  # the role of accounts with which years gone by are played
PROVINCE_LEVEL = "T"  # a body that exists once serves the whole province


class AgencyNotInForce(Refusal):
    """The body of the token does not exist on the day of the act."""

    slug = "agency-not-in-force"
    kind = Kind.FORBIDDEN
    vi = "Ngày {on:%d/%m/%Y} không có {agency.vi}."
    en = "There is no {agency.en} on {on:%Y-%m-%d}."


class UnitOfAnotherLevel(Refusal):
    """The unit of the token is none in which the body of the token is found."""

    slug = "unit-of-another-level"
    kind = Kind.FORBIDDEN
    vi = "{unit.vi} không cùng cấp với {agency.vi}."
    en = "{unit.en} is not of the level of {agency.en}."


@dataclass(frozen=True)
class Actor:
    """A user of an agency as it is on a day; `unit` is the code of the place that the agency serves."""

    day: date
    user: str
    agency: str
    unit: str
    side: AgencySide
    level: BodyLevel
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
            name = body_name(body, self.day)
            raise NotAllowed(rule, f"Chỉ {name.vi} được làm việc này", f"Only {name.en} may do this")

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
            raise AgencyNotInForce(agency=agency_name(self.agency, day), on=day)
        return replace(self, functions=inherited)

    @classmethod
    def on(cls, day: date, *, user: str, agency: str, unit: str, roles: frozenset[str] = frozenset()) -> Self:
        """Resolve an agency as it is on a day. Raises AgencyNotInForce, UnknownUnit, UnitOfAnotherLevel."""
        try:
            found = agencies().get(agency, day)
        except UnknownAgency as unknown:
            raise AgencyNotInForce(agency=agency_name(agency, day), on=day) from unknown
        if level_of(unit) != (found.level if found.per_unit else PROVINCE_LEVEL):
            raise UnitOfAnotherLevel(unit=unit_name(unit, day), agency=agency_name(agency, day))
        if found.per_unit:
            units().check(unit, day)
        return cls(
            day=day,
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
