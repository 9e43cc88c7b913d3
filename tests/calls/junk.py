"""Payloads for an operation by its JSON Schema: mostly good, with junk where Hypothesis likes."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from pydantic import JsonValue

Json = dict[str, Any]
Payloads = st.SearchStrategy[dict[str, JsonValue]]
DAYS = ("2017-06-16", "2017-06-16", "2017-06-16", "2017-06-01", "2017-07-01", "2199-12-31")
UNITS = ("19", "164", "05431", "05431-K001")
JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 2**31, 2**63, -(2**63) - 1, 10**30, 10**400, 1e308, float("nan")),
    *("", " ", "5", "5_000", "٥", "true", "null", "a\0", "\u200b", "\u202ename", "\ud800", "x" * 20_000),
    *("2017-02-30", "0001-01-01", "9999-12-31", "1497571200", "２０１７-06-16", "2017-06-16T00:00:00Z"),
    *("%", "' OR 1=1 --", "{0}", "{vi.__class__}", "../../etc", "05467-K００１", "99999", "19-K001"),
    *([], {}, [[]], [None], {"": 1}, {"a": {"b": [1]}}, [1] * 1000),
)
junk = st.sampled_from(JUNK) | st.text(max_size=20) | st.integers()


def payloads(schema: Json) -> Payloads:
    """Give payloads for an operation's input schema."""
    good = _object(schema, schema.get("$defs", {}))
    return st.one_of(good, good, st.builds(_spoilt, good, st.integers(0, 99), junk, st.booleans()))


def _spoilt(good: Json, place: int, value: JsonValue, unknown: bool) -> Json:  # noqa: FBT001 - drawn, not passed
    """Put a value where another is, at any depth, or under a name that nobody knows."""
    if unknown or not good:
        return {**good, "unknown": value}
    name = sorted(good)[place % len(good)]
    return {**good, name: _within(good[name], place // len(good), value)}


def _within(part: Any, place: int, value: JsonValue) -> Any:
    if isinstance(part, list) and part and place % 2:
        return [_within(part[0], place // 2, value), *part[1:]]
    if isinstance(part, dict) and part and place % 2:
        return _spoilt(part, place // 2, value, unknown=False)
    return value


def _object(schema: Json, definitions: Json) -> Payloads:
    needed = set(schema.get("required", ()))
    fields = {name: _value(each, definitions) for name, each in schema.get("properties", {}).items()}
    return st.fixed_dictionaries(
        {name: each for name, each in fields.items() if name in needed},
        optional={name: each for name, each in fields.items() if name not in needed},
    )


def _value(schema: Json, definitions: Json) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return _value(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return st.one_of([_value(each, definitions) for each in schema[several]])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    return _of_type(schema, definitions)


def _of_type(schema: Json, definitions: Json) -> st.SearchStrategy[Any]:
    match schema.get("type"):
        case "array":
            least = schema.get("minItems", 0)
            return st.lists(_value(schema.get("items", {}), definitions), min_size=least, max_size=least + 2)
        case "object":
            return _object(schema, definitions)
    return _plain(schema)


def _plain(schema: Json) -> st.SearchStrategy[Any]:
    plain: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
        "integer": lambda: _integer(schema),
        "number": lambda: st.integers(0, 1000) | st.sampled_from([0.5, 12.25]),
        "boolean": st.booleans,
        "null": st.none,
    }
    return plain.get(schema.get("type", ""), lambda: _text(schema))()


def _integer(schema: Json) -> st.SearchStrategy[int]:
    least, most = schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1), schema.get("maximum", 10**9)
    return st.integers(least, most) | st.sampled_from([least, most])


def _text(schema: Json) -> st.SearchStrategy[str]:
    if schema.get("format") == "date":
        return st.sampled_from(DAYS)
    least = schema.get("minLength", 0)
    words = st.text("aăâbđêôơư", min_size=least, max_size=min(least + 5, schema.get("maxLength", 100)))
    if "pattern" in schema:
        fitting = [each for each in UNITS if re.search(schema["pattern"], each)]
        return (
            st.sampled_from(fitting)
            if fitting
            else st.from_regex(re.compile(str(schema["pattern"])), fullmatch=True)
        )
    return words | st.sampled_from(UNITS) if least <= min(map(len, UNITS)) else words
