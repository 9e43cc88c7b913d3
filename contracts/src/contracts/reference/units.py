"""The units of the province, as of any day.

A code is no identity: 05467 was Cam Giá and is Gia Sàng. A unit's identity is its `id`, `<code>.<n>`:
the n-th unit that carried the code. Each row of the data is one unit between two changes. Sources:
programme notes §6.2, §6.3 and their appendices; each row has its basis and confidence.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, field_validator

from contracts.errors import Kind, Refusal
from contracts.values import Level

AREA = re.compile(r"(?P<commune>[0-9]{5})-K[0-9]{3}")
LEVELS: Mapping[int, Level] = {2: "T", 3: "H", 5: "X"}
PROVINCE = "19"
PARTS = ("whole", "main", "minor")


class UnknownUnit(Refusal):
    """No unit has this code on this day."""

    slug = "unknown-unit"
    kind = Kind.INVALID
    vi = "Ngày {on:%d/%m/%Y} không có đơn vị nào mang mã «{code}»."
    en = "No unit has the code {code} on {on:%Y-%m-%d}."


class SplitUnit(Refusal):
    """A unit was divided: what belonged to it must be placed by hand."""

    slug = "split-unit"
    kind = Kind.CONFLICT
    vi = "Đơn vị «{what}» đã được chia cho {candidates}; phải xếp từng khu dân cư, không chuyển tự động."
    en = "Unit «{what}» was divided among {candidates}; place each residential area, nothing moves by itself."


class Unit(BaseModel):
    """A unit between two changes; `valid_to` is the first day on which the row no longer holds.

    `name` is empty where our sources do not give it; `valid_from` is None where its start is not recorded.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    code: str
    name: str
    type: str
    level: Level
    parent_id: str | None
    valid_from: date | None
    valid_to: date | None
    basis: str
    confidence: str
    note: str | None

    @field_validator("parent_id", "valid_from", "valid_to", "note", mode="before")
    @classmethod
    def _absent(cls, value: str) -> str | None:
        return value or None

    def holds_on(self, day: date) -> bool:
        """Whether the row holds on a day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day < self.valid_to)


class Succession(BaseModel):
    """What became of a unit that ended: `part` is whole, main (default of a split) or minor."""

    model_config = ConfigDict(frozen=True)

    old_id: str
    new_id: str
    part: str
    effective_on: date
    basis: str
    confidence: str


def level_of(code: str) -> Level | None:
    """Return the level by the form of a code, `05431-K001` being a residential area; None if none fits."""
    return "K" if AREA.fullmatch(code) else LEVELS.get(len(code))


class Units:
    """Every unit, by code or identity, and day."""

    def __init__(self, rows: Iterable[Unit], successions: Iterable[Succession]) -> None:
        """Index the rows by code and by identity."""
        self._rows, self._successions = tuple(rows), tuple(successions)
        self._by_code = _grouped((row.code, row) for row in self._rows)
        self._by_id = _grouped((row.id, row) for row in self._rows)

    def every(self) -> tuple[Unit, ...]:
        """Return all rows, of whatever day, in the order of the data."""
        return self._rows

    def versions(self, code: str) -> tuple[Unit, ...]:
        """Return what carried a code over time, in the order of the data; empty where the code is unknown."""
        return self._by_code.get(code, ())

    def at(self, code: str, on: date) -> Unit:
        """Return the unit that has a code on a day. Raises UnknownUnit."""
        for row in self.versions(code):
            if row.holds_on(on):
                return row
        raise UnknownUnit(code=code, on=on)

    def check(self, code: str, on: date) -> Unit:
        """Return the unit of a code; of a residential area, its commune. Raises UnknownUnit."""
        area = AREA.fullmatch(code)
        return self.at(area["commune"] if area else code, on)

    def get(self, unit_id: str, on: date) -> Unit:
        """Return a unit by its identity, as it is on a day. Raises UnknownUnit."""
        for row in self._by_id.get(unit_id, ()):
            if row.holds_on(on):
                return row
        raise UnknownUnit(code=unit_id, on=on)

    def level_of(self, code: str) -> Level | None:
        """Return the level that the form of a code tells."""
        return level_of(code)

    def communes(self, on: date, within: str = PROVINCE) -> list[Unit]:
        """Return the commune-level units of a province, or of another unit, by code."""
        found = (row for row in self._rows if row.level == "X" and row.holds_on(on))
        return [row for row in found if self.is_within(row.code, within, on)]

    def districts(self, on: date, within: str = PROVINCE) -> list[Unit]:
        """Return the district-level units of a province by code; none since 2025-07-01."""
        found = (row for row in self._rows if row.level == "H" and row.holds_on(on))
        return [row for row in found if self.is_within(row.code, within, on)]

    def days_of_change(self) -> list[date]:
        """Return the days between which no unit changes, the first of time included."""
        ends = {day for row in self._rows for day in (row.valid_from, row.valid_to) if day}
        return sorted({date.min, *ends})

    def children(self, unit_id: str, on: date) -> list[Unit]:
        """Return the units directly below another on a day, by code."""
        return [row for row in self._rows if row.parent_id == unit_id and row.holds_on(on)]

    def path(self, unit_id: str, on: date) -> list[Unit]:
        """Return a unit and all above it, the province last. Raises UnknownUnit."""
        unit = self.get(unit_id, on)
        return [unit, *(self.path(unit.parent_id, on) if unit.parent_id else ())]

    def is_within(self, code: str, ancestor_code: str, on: date) -> bool:
        """Whether a unit or area is another or lies below it on a day. Raises UnknownUnit."""
        unit = self.check(code, on)
        if code == ancestor_code:
            return True
        return ancestor_code in {each.code for each in self.path(unit.id, on)}

    def predecessors(self, unit_id: str) -> list[Succession]:
        """Return from which units a unit arose."""
        return [each for each in self._successions if each.new_id == unit_id]

    def successors(self, unit_id: str) -> list[Succession]:
        """Return what became of a unit, the main part first; empty while it lasts or where unknown."""
        found = (each for each in self._successions if each.old_id == unit_id)
        return sorted(found, key=lambda each: PARTS.index(each.part))

    def successor(self, unit_id: str, on: date) -> Unit:
        """Follow a unit to the one that has taken its place on a day. Raises SplitUnit, UnknownUnit."""
        if any(row.holds_on(on) for row in self._by_id.get(unit_id, ())):
            return self.get(unit_id, on)
        after = [each for each in self.successors(unit_id) if each.effective_on <= on]
        if not after:
            raise UnknownUnit(code=unit_id, on=on)
        if len(after) > 1:
            raise SplitUnit(
                what=self._called(unit_id), candidates=", ".join(self._called(each.new_id) for each in after)
            )
        return self.successor(after[0].new_id, on)

    def _called(self, unit_id: str) -> str:
        row = self._by_id[unit_id][-1]
        return f"{row.type} {row.name}".strip() or row.code

    def named(self, name: str, on: date) -> list[Unit]:
        """Return all units with a name on a day, however its tone mark is placed; often more than one."""
        wanted = _folded(name)
        return [row for row in self._rows if row.holds_on(on) and _folded(row.name) == wanted]


def _grouped(pairs: Iterable[tuple[str, Unit]]) -> dict[str, tuple[Unit, ...]]:
    groups: dict[str, tuple[Unit, ...]] = {}
    for key, row in pairs:
        groups[key] = (*groups.get(key, ()), row)
    return groups


def _folded(name: str) -> str:
    """«Hòa» and «Hoà» are one name: the tone is compared, its place in the syllable is not."""
    syllables = unicodedata.normalize("NFD", name.casefold()).split()
    return " ".join(_tone_last(each) for each in syllables)


def _tone_last(syllable: str) -> str:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = "".join(each for each in syllable if each not in tones)
    return letters + "".join(each for each in syllable if each in tones)


def _read(name: str) -> list[dict[str, str]]:
    with files("contracts.reference").joinpath(f"data/{name}").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def units() -> Units:
    """Load the units, once."""
    rows = (Unit.model_validate(row) for row in _read("units.csv"))
    return Units(rows, (Succession.model_validate(row) for row in _read("unit-successions.csv")))
