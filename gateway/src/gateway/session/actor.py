"""The actor that a token names, with the names of reference data."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from contracts.messages import Answer
from contracts.names import Named
from contracts.reference import Unit, UnknownAgency, UnknownUnit, agencies, level_of, units
from gateway import values
from shared.tokens import Bearer

RESIDENTIAL_AREA = "K"
# English names of the kinds of unit: circular 03/2009/TT-BNG of the Ministry of Foreign Affairs.
ENGLISH = {
    "tỉnh": "Province",
    "thành phố": "City",
    "thị xã": "Town",
    "huyện": "District",
    "phường": "Ward",
    "thị trấn": "Town",
    "xã": "Commune",
}


class ActorAgency(Answer, vi="Cơ quan"):
    """The actor's agency; only the code where no agency of that code is in force."""

    code: values.AgencyCode
    name_vi: values.VietnameseName | None = None
    name_en: values.EnglishName | None = None
    side: values.Side | None = None
    level: values.Level | None = None

    @classmethod
    def of(cls, code: str, days: Sequence[date]) -> Self:
        """Find an agency on the first of the days on which it is in force."""
        for day in days:
            try:
                found = agencies().get(code, day)
            except UnknownAgency:
                continue
            return cls(
                code=code, name_vi=found.name_vi, name_en=found.name_en, side=found.side, level=found.level
            )
        return cls(code=code)


class ActorUnit(Answer, vi="Địa bàn"):
    """The actor's unit, of a residential area with the name of its commune; only the code where unknown."""

    code: values.UnitCode
    name_vi: values.VietnameseName | None = None
    name_en: values.EnglishName | None = None
    level: values.Level

    @classmethod
    def of(cls, code: str, days: Sequence[date]) -> Self:
        """Find a unit on the first of the days on which it exists."""
        level = level_of(code)
        for day in days:
            try:
                names = _names(code, level, units().check(code, day))
            except UnknownUnit:
                continue
            return cls(code=code, name_vi=names[0], name_en=names[1], level=level)
        return cls(code=code, level=level)


class Actor(Answer, vi="Chủ thể đăng nhập"):
    """Who the caller is, as the token says."""

    user: values.UserId
    agency: ActorAgency
    unit: ActorUnit
    roles: Annotated[list[values.Role], Named("Vai trò", "Roles")]

    @classmethod
    def of(cls, bearer: Bearer, days: Sequence[date]) -> Self:
        """Look the names up that a token's codes have on one of these days, the first that knows them."""
        return cls(
            user=bearer.user,
            agency=ActorAgency.of(bearer.agency, days),
            unit=ActorUnit.of(bearer.unit, days),
            roles=sorted(bearer.roles),
        )


def _names(code: str, level: str, unit: Unit) -> tuple[str | None, str | None]:
    """Return «xã Tân Cương» and "Tân Cương Commune"; nothing where our sources give no name."""
    if not unit.name:
        return None, None
    vietnamese, english = f"{unit.type} {unit.name}", f"{unit.name} {ENGLISH[unit.type]}"
    if level == RESIDENTIAL_AREA:
        return f"khu dân cư {code}, {vietnamese}", f"residential area {code}, {english}"
    return vietnamese, english
