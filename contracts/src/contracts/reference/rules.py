"""The dated rule table: the one place for numbers that come from law, the programme or a design choice.

Facts: section 3.0 of the programme's domain notes. `[V…]` in a source is a row of its table of sources.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from contracts.errors import Kind, Refusal
from contracts.names import Name

Confidence = Literal["seed", "verified", "high", "medium", "low", "design", "unknown"]


class NoRuleInForce(Refusal):
    """The rule table holds nothing under this key for this day."""

    slug = "no-rule-in-force"
    kind = Kind.NOT_FOUND
    vi = "Ngày {on:%d/%m/%Y} không có quy tắc «{law.vi}» nào có hiệu lực."
    en = "No rule «{law.en}» is in force on {on:%Y-%m-%d}."


class RuleIsNoNumber(Refusal):
    """A whole number was asked of a rule that says something else."""

    slug = "rule-is-no-number"
    kind = Kind.INVALID
    vi = "Quy tắc «{law.vi}» không phải là một số nguyên."
    en = "Rule «{law.en}» is not a whole number."


class RuleIsNoShare(Refusal):
    """A share was compared with a rule that sets no percentage."""

    slug = "rule-is-no-share"
    kind = Kind.INVALID
    vi = "Quy tắc «{law.vi}» không quy định tỷ lệ phần trăm."
    en = "Rule «{law.en}» sets no percentage."


class Rule(BaseModel):
    """One value of one rule while it is in force.

    `valid_to` is the first day on which it no longer holds. `None` in `valid_from` means that the start
    is not known. `confidence` speaks of the value; `dates_confidence` of the dates where it differs.
    `unknown` and `design` mark placeholders that a lawyer or the agencies must confirm.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    name_vi: str
    name_en: str
    value: JsonValue
    unit: str
    valid_from: date | None
    valid_to: date | None
    source: str
    confidence: Confidence
    dates_confidence: Confidence | None = None
    note: str | None = None

    @property
    def name(self) -> Name:
        """What it is called in both languages."""
        return Name(self.name_vi, self.name_en)

    @property
    def is_placeholder(self) -> bool:
        """Whether the value is our own choice or a stand-in for a text that was not found."""
        return self.confidence in {"design", "unknown"}

    @property
    def number(self) -> int:
        """The value as a whole number, in `unit`. Raises RuleIsNoNumber."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise RuleIsNoNumber(rule=self.key, law=self.name)
        return self.value

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day < self.valid_to)

    def is_reached_by(self, numerator: int, denominator: int) -> bool:
        """Whether a share (votes of voters, households of households) reaches the rule's percentage.

        Nothing of nothing reaches no share. Raises RuleIsNoShare.
        """
        if self.unit not in {"percent_at_least", "percent_more_than"}:
            raise RuleIsNoShare(rule=self.key, law=self.name)
        have, need = 100 * numerator, self.number * denominator
        enough = have >= need if self.unit == "percent_at_least" else have > need
        return denominator > 0 and enough


class Rules:
    """Every rule, by key and day."""

    def __init__(self, rows: Iterable[Rule]) -> None:
        """Group the rows by key, in the order given."""
        self._by_key: dict[str, tuple[Rule, ...]] = {}
        for row in rows:
            self._by_key[row.key] = (*self._by_key.get(row.key, ()), row)

    def keys(self) -> tuple[str, ...]:
        """All keys, in the order of the table."""
        return tuple(self._by_key)

    def all(self) -> tuple[Rule, ...]:
        """All rows, in the order of the table."""
        return tuple(row for rows in self._by_key.values() for row in rows)

    def versions(self, key: str) -> tuple[Rule, ...]:
        """What a rule said over time, oldest first; empty where the key is unknown."""
        return self._by_key.get(key, ())

    def in_force(self, key: str, on: date) -> Rule:
        """Return the rule as it stands on a day. Raises NoRuleInForce."""
        for rule in self.versions(key):
            if rule.holds_on(on):
                return rule
        known = self.versions(key)
        raise NoRuleInForce(rule=key, law=known[-1].name if known else Name(key, key), on=on)

    def value(self, key: str, on: date) -> JsonValue:
        """What the rule says on a day. Raises NoRuleInForce."""
        return self.in_force(key, on).value

    def number(self, key: str, on: date) -> int:
        """What the rule says on a day, a whole number. Raises NoRuleInForce, RuleIsNoNumber."""
        return self.in_force(key, on).number


def _rows(entry: Mapping[str, object], versions: Iterable[Mapping[str, object]]) -> Iterable[Rule]:
    named = {name: entry[name] for name in ("key", "name_vi", "name_en")}
    return (Rule.model_validate({**named, **version}) for version in versions)


@cache
def rules() -> Rules:
    """Load the rule table, once."""
    text = files("contracts.reference").joinpath("data/rules.json").read_text(encoding="utf-8")
    entries = json.loads(text)
    return Rules(row for entry in entries for row in _rows(entry, entry["versions"]))
