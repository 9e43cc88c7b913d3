"""Text that stands for a value is written in one way: days as `2017-06-16`, figures as `12.5`, in ASCII.

pydantic alone also takes a number of seconds for a day, and `1_000` or another script's digits for a figure.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic_core import CoreSchema, PydanticKnownError, core_schema

from contracts.values.counts import MOST_COUNT

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIGURE = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
# No act, rule or body lies outside; and a term of some years can be added to each day within.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


def read_day(value: object) -> object:
    """Read a day's text; leave everything else to the type."""
    if not isinstance(value, str):
        return value
    if not DAY.fullmatch(value):
        raise PydanticKnownError("date_parsing", {"error": "it is written as YYYY-MM-DD"})
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise PydanticKnownError("date_parsing", {"error": "there is no such day"}) from error


def read_figure(value: object) -> object:
    """Read a figure's text or JSON number; leave everything else to the type."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(repr(value))
    if not isinstance(value, str):
        return value
    if not FIGURE.fullmatch(value):
        raise PydanticKnownError("decimal_parsing")
    return Decimal(value)


READERS: dict[str, Callable[[object], object]] = {"date": read_day, "decimal": read_figure}
Change = Callable[[dict[str, Any]], Any]
NO_SCHEMA = frozenset({"default", "metadata", "cls", "config"})


def strict(schema: CoreSchema) -> CoreSchema:
    """Return a core schema in which each day and figure is read strictly, and each day is near ours."""
    changed: CoreSchema = _changed(schema, _read_strictly)
    return changed


def unlimited(schema: CoreSchema) -> CoreSchema:
    """Return a core schema in which counts have no upper limit: what is told may be a sum."""
    changed: CoreSchema = _changed(schema, _without_limit)
    return changed


def _changed(part: Any, change: Change) -> Any:
    """Go through all that a core schema is made of."""
    if isinstance(part, list):
        return [_changed(each, change) for each in part]
    if not isinstance(part, dict) or _is_read_strictly(part):
        return part
    changed = {key: _inner(key, each, change) for key, each in part.items()}
    return change(changed) if isinstance(part.get("type"), str) else changed


def _inner(key: str, part: Any, change: Change) -> Any:
    """Go on into a part; a field may be called as one is."""
    if key == "fields" and isinstance(part, dict):
        return {name: _changed(field, change) for name, field in part.items()}
    return part if key in NO_SCHEMA else _changed(part, change)


def _is_read_strictly(schema: dict[str, Any]) -> bool:
    """Whether this is a day or a figure of a model within, which has been here before."""
    return schema.get("type") == "function-before" and schema["function"]["function"] in READERS.values()


def _read_strictly(schema: dict[str, Any]) -> Any:
    if schema["type"] not in READERS:
        return schema
    near = {"ge": FIRST_DAY, "le": LAST_DAY} if schema["type"] == "date" else {}
    inner: Any = {**near, **schema}
    return core_schema.no_info_before_validator_function(READERS[schema["type"]], inner)


def _without_limit(schema: dict[str, Any]) -> dict[str, Any]:
    if schema["type"] == "int" and schema.get("le") == MOST_COUNT:
        return {key: each for key, each in schema.items() if key != "le"}
    return schema
