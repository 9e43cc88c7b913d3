"""Values in addresses and queries are text; each becomes the JSON value that its schema says, strictly.

What cannot be read stays text: the service then names the field and its rule.
"""

import re
from typing import Any

from pydantic import JsonValue

# As JSON writes them: ASCII digits, no sign of plus, no leading zeros, no grouping.
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,18})")
TRUTH = {"true": True, "false": False}


def value_of(texts: list[str], schema: dict[str, Any]) -> JsonValue:
    """Return the value of a parameter that was given once or several times."""
    if len(texts) > 1 or _kinds(schema) & {"array"}:
        items = _items(schema)
        return [_single(text, items) for text in texts]
    return _single(texts[0], schema)


def _single(text: str, schema: dict[str, Any]) -> JsonValue:
    kinds = _kinds(schema)
    if "integer" in kinds and INTEGER.fullmatch(text):
        return int(text)
    return TRUTH.get(text, text) if "boolean" in kinds else text


def _kinds(schema: dict[str, Any]) -> set[str]:
    kinds = {schema["type"]} if "type" in schema else set()
    return kinds.union(*(_kinds(each) for each in schema.get("anyOf", ())))


def _items(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a list's items, be the list optional or not."""
    for each in (schema, *schema.get("anyOf", ())):
        if isinstance(items := each.get("items"), dict):
            return items
    return {}
