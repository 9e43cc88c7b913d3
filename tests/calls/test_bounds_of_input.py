"""Every number that a caller may send has bounds, and they are within the column that will hold it."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from shared.chassis import with_chassis
from shared.service import CommandHandler, QueryHandler

SERVICES = ("campaigns", "critique", "funds", "reporting", "supervision")
COLUMN = 2**31 - 1
WIDE = ("_vnd", "seq")  # columns of 64 bits, bounded where JSON readers are still exact
EXACT = 2**53 - 1


def whole_numbers(schema: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each schema of a whole number, with the name of its field."""
    if schema.get("type") == "integer":
        yield name, schema
    for part in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *filter(None, [schema.get("items")])):
        yield from whole_numbers(part, name)
    for fields in (schema.get("properties", {}), schema.get("$defs", {})):
        for field, inner in fields.items():
            yield from whole_numbers(inner, field)


@pytest.mark.parametrize("name", SERVICES)
def test_every_whole_number_fits_its_column(name: str) -> None:
    service = with_chassis(import_module(f"{name}.service").service)
    wrong = []
    operations: list[CommandHandler[Any, Any] | QueryHandler[Any, Any]] = [
        *service.commands,
        *service.queries,
    ]
    for operation in operations:
        for field, schema in whole_numbers(operation.model.model_json_schema()):
            most = EXACT if field.endswith(WIDE) else COLUMN
            least = schema.get("minimum", schema.get("exclusiveMinimum", -most - 1))
            if not -most <= least <= schema.get("maximum", most + 1) <= most:
                wrong.append(f"{operation.name}.{field}")
    assert wrong == []
