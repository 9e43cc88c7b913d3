"""Facts frozen with a decision, so that a later change of a register does not change what was decided."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from contracts.reference import rules

Facts = dict[str, JsonValue]


def digest_of(facts: Mapping[str, JsonValue]) -> str:
    """Return the SHA-256 of facts in canonical JSON: keys sorted, no spaces, UTF-8."""
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def rule_fact(key: str, on: date) -> Facts:
    """Return a rule as it stood on a day, with what it rests on. Raises NoRuleInForce."""
    rule = rules().in_force(key, on)
    return {
        "key": key,
        "value": rule.value,
        "unit": rule.unit,
        "source": rule.source,
        "confidence": rule.confidence,
    }


def day(value: date | None) -> str | None:
    """Write a day as facts carry it."""
    return value.isoformat() if value else None
