"""The actor that a token names, with the names of reference data."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from contracts.messages import Answer
from contracts.names import Named
from contracts.reference import UnknownAgency, UnknownUnit, agencies, level_of, name_of_unit, units
from gateway import values
from shared.tokens import Bearer


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
        level = level_of(code) or ""
        for day in days:
            try:
                name = name_of_unit(code, units().check(code, day))
            except UnknownUnit:
                continue
            return cls(
                code=code, name_vi=name.vi if name else None, name_en=name.en if name else None, level=level
            )
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
