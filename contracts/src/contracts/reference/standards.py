"""Criteria sets in their versions: what a unit, an area or a family must meet for a title."""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from contracts.errors import Kind, Refusal
from contracts.names import Name
from contracts.reference.rules import Confidence
from contracts.values import Standard

Subject = Literal["commune", "ward", "township", "town", "city", "residential_area", "household"]


class NoStandardInForce(Refusal):
    """No version of a criteria set holds on this day."""

    slug = "no-standard-in-force"
    kind = Kind.NOT_FOUND
    vi = "Ngày {on:%d/%m/%Y} không có bộ tiêu chí «{what.vi}» nào có hiệu lực."
    en = "No version of the criteria set «{what.en}» is in force on {on:%Y-%m-%d}."


class UnknownCriterion(Refusal):
    """A criteria set has no criterion of this number, or its list was never read."""

    slug = "unknown-criterion"
    kind = Kind.NOT_FOUND
    vi = "Bộ tiêu chí «{what.vi}» ({version}) không có tiêu chí số {no}, hoặc chưa có danh mục tiêu chí."
    en = "The criteria set «{what.en}» ({version}) has no criterion {no}, or its list is not known yet."


class Criterion(BaseModel):
    """One criterion of a set; `group` is the group's number, `None` where the set has no groups."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    no: int
    group: int | None = None
    name_vi: str
    name_en: str


class CriteriaGroup(BaseModel):
    """A group of criteria under one heading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    no: int
    name_vi: str
    name_en: str


class CriteriaSet(BaseModel):
    """One version of a criteria set.

    `valid_to` is the first day on which it no longer holds; `None` in `valid_from` is an unknown start.
    `criteria_known` is false where the text with the list was not read: the list is then empty, never
    made up. `confidence` speaks of the set as described; `rules` are keys of the rule table.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Standard
    version: str
    title_vi: str
    title_en: str
    subjects: tuple[Subject, ...]
    valid_from: date | None
    valid_to: date | None
    criteria_known: bool
    groups: tuple[CriteriaGroup, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    rules: tuple[str, ...] = ()
    source: str
    confidence: Confidence
    note: str | None = None

    @model_validator(mode="after")
    def _lists_what_it_knows(self) -> Self:
        if self.criteria_known != bool(self.criteria):
            msg = f"{self.code} {self.version}: criteria_known must say whether criteria are listed"
            raise ValueError(msg)
        return self

    @property
    def name(self) -> Name:
        """What it is called in both languages."""
        return Name(self.title_vi, self.title_en)

    def holds_on(self, day: date) -> bool:
        """Whether this version is in force on a day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day < self.valid_to)

    def criterion(self, no: int) -> Criterion:
        """Return one criterion by its number. Raises UnknownCriterion."""
        for criterion in self.criteria:
            if criterion.no == no:
                return criterion
        raise UnknownCriterion(what=self.name, version=self.version, no=no)


class Standards:
    """Every criteria set, by code and day."""

    def __init__(self, sets: Iterable[CriteriaSet]) -> None:
        """Group the sets by code, in the order given."""
        self._by_code: dict[str, tuple[CriteriaSet, ...]] = {}
        for one in sets:
            self._by_code[one.code] = (*self._by_code.get(one.code, ()), one)

    def codes(self) -> tuple[str, ...]:
        """All codes, in the order of the table."""
        return tuple(self._by_code)

    def versions(self, code: str) -> tuple[CriteriaSet, ...]:
        """All versions of a set, oldest first; empty where the code is unknown."""
        return self._by_code.get(code, ())

    def name(self, code: str) -> Name:
        """What a set is called in its last version; an unknown code is called by itself."""
        known = self.versions(code)
        return known[-1].name if known else Name(code, code)

    def in_force(self, code: str, on: date) -> CriteriaSet:
        """Return the version in force on a day. Raises NoStandardInForce."""
        for version in self.versions(code):
            if version.holds_on(on):
                return version
        raise NoStandardInForce(rule=code, what=self.name(code), on=on)


@cache
def standards() -> Standards:
    """Load the criteria sets, once."""
    text = files("contracts.reference").joinpath("data/standards.json").read_text(encoding="utf-8")
    return Standards(CriteriaSet.model_validate(row) for row in json.loads(text))
