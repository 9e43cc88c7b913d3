"""The agencies of the programme, as of any day, and the functions that they hold.

A duty is bound to a function; an agency holds functions while it is in force. Facts: programme notes
§2.1, §2.2, §2.4; each row has its confidence.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, field_validator

from contracts.errors import Kind, Refusal
from contracts.values import AgencyLevel, AgencySide, BodyLevel

LEVELS: tuple[BodyLevel, ...] = ("TW", "T", "H", "X", "K")

_ACTING: Mapping[BodyLevel, AgencyLevel] = {"T": "T", "H": "H", "X": "X"}


class UnknownAgency(Refusal):
    """No agency of this code is in force on this day."""

    slug = "unknown-agency"
    kind = Kind.INVALID
    vi = "Ngày {on:%d/%m/%Y} không có cơ quan nào mang mã «{code}»."
    en = "No agency has the code {code} on {on:%Y-%m-%d}."


class Function(BaseModel):
    """What an agency is there for; it outlives the agency that holds it."""

    model_config = ConfigDict(frozen=True)

    code: str
    name_vi: str
    name_en: str


class Agency(BaseModel):
    """An agency between two changes; `per_unit` says that each unit of its level has one.

    `valid_to` is the first day on which the row no longer holds; `valid_from` is None where its start
    is not recorded.
    """

    model_config = ConfigDict(frozen=True)

    code: str
    name_vi: str
    name_en: str
    side: AgencySide
    level: BodyLevel
    column: str
    functions: tuple[str, ...]
    per_unit: bool
    valid_from: date | None
    valid_to: date | None
    confidence: str
    note: str | None

    @field_validator("functions", mode="before")
    @classmethod
    def _listed(cls, value: str) -> tuple[str, ...]:
        return tuple(value.split())

    @field_validator("valid_from", "valid_to", "note", mode="before")
    @classmethod
    def _absent(cls, value: str) -> str | None:
        return value or None

    def holds_on(self, day: date) -> bool:
        """Whether the row holds on a day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day < self.valid_to)


class AgencySuccession(BaseModel):
    """To whom a function of an agency went when that agency ended."""

    model_config = ConfigDict(frozen=True)

    from_code: str
    to_code: str
    function: str
    effective_on: date
    basis: str
    confidence: str


class Agencies:
    """Every agency, by code or function, and day."""

    def __init__(
        self, rows: Iterable[Agency], functions: Iterable[Function], successions: Iterable[AgencySuccession]
    ) -> None:
        """Keep the rows in the order of the levels."""
        self._rows = tuple(sorted(rows, key=lambda row: LEVELS.index(row.level)))
        self._functions = {each.code: each for each in functions}
        self._successions = tuple(successions)

    def all(self, on: date) -> list[Agency]:
        """Return the agencies in force on a day, the highest level first."""
        return [row for row in self._rows if row.holds_on(on)]

    def every(self) -> tuple[Agency, ...]:
        """Return all rows, of whatever day, the highest level first."""
        return self._rows

    def versions(self, code: str) -> list[Agency]:
        """Return what an agency was over time, in the order of the data; empty where the code is unknown."""
        return [row for row in self._rows if row.code == code]

    def get(self, code: str, on: date) -> Agency:
        """Return an agency as it is on a day. Raises UnknownAgency."""
        for row in self.versions(code):
            if row.holds_on(on):
                return row
        raise UnknownAgency(code=code, on=on)

    def in_force(self, code: str, on: date) -> bool:
        """Whether an agency exists on a day."""
        return any(row.code == code for row in self.all(on))

    def holding(self, function: str, on: date, level: BodyLevel | None = None) -> list[Agency]:
        """Return the agencies that hold a function on a day, the highest level first."""
        held = (row for row in self.all(on) if function in row.functions)
        return [row for row in held if level in {None, row.level}]

    def functions(self) -> list[Function]:
        """Return every function."""
        return list(self._functions.values())

    def function(self, code: str) -> Function:
        """Return a function's names. Raises KeyError."""
        return self._functions[code]

    def functions_of(self, code: str, on: date) -> frozenset[str]:
        """Return what an agency is there for on a day. Raises UnknownAgency."""
        return frozenset(self.get(code, on).functions)

    def successors(self, code: str, function: str | None = None) -> list[AgencySuccession]:
        """Return to whom an agency's functions, or one of them, went."""
        found = (each for each in self._successions if each.from_code == code)
        return [each for each in found if function in {None, each.function}]

    def taken_over(self, code: str, on: date) -> frozenset[str]:
        """Return the functions that others held on a day and that later went to an agency."""
        came = (each for each in self._successions if each.to_code == code and each.effective_on > on)
        return frozenset(
            each.function
            for each in came
            if self.in_force(each.from_code, on) and each.function in self.functions_of(each.from_code, on)
        )


def acting_level(level: BodyLevel) -> AgencyLevel:
    """Return the level of a body of the province, a district or a commune. Raises LookupError for others."""
    return _ACTING[level]


def _read(name: str) -> list[dict[str, str]]:
    with files("contracts.reference").joinpath(f"data/{name}").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def agencies() -> Agencies:
    """Load the agencies, once."""
    text = files("contracts.reference").joinpath("data/functions.json").read_text(encoding="utf-8")
    return Agencies(
        (Agency.model_validate(row) for row in _read("agencies.csv")),
        (Function.model_validate(each) for each in json.loads(text)),
        (AgencySuccession.model_validate(row) for row in _read("agency-successions.csv")),
    )
