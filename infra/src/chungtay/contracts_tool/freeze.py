"""Frozen JSON Schemas: a published name never changes its meaning; a new meaning gets a new version.

The events of all services lie in `contracts/schemas`, what a service can be asked in its own `schemas`, and
what the chassis answers for every service in `shared/schemas`. To publish everything anew, as only an issue
without any installation may, delete those folders first.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from chungtay.contracts_tool.compatible import Schema, event_extends, operation_extends
from contracts import catalogue
from shared import example
from shared.chassis import with_chassis
from shared.service import CommandHandler, QueryHandler, Service

CHASSIS = "shared"


class FrozenSchemaChanged(Exception):
    """A message no longer fits the schema that was published under its name."""

    def __init__(self, names: list[str]) -> None:
        """Name the schemas."""
        super().__init__(
            f"these published schemas changed; publish a new version instead: {', '.join(names)}"
        )
        self.names = names


@dataclass(frozen=True)
class Shelf:
    """A folder of published schemas, and what lies in it now by the code.

    `extends` says whether a new schema may take the place of the published one.
    """

    folder: Path
    suffix: str
    current: Mapping[str, Schema]
    extends: Callable[[Schema, Schema], bool]

    def frozen(self) -> dict[str, Schema]:
        """Return the published schemas by name."""
        paths = self.folder.glob(f"*{self.suffix}")
        return {path.name.removesuffix(self.suffix): json.loads(path.read_text("utf-8")) for path in paths}

    def changed(self) -> list[str]:
        """Return the published names that are gone or no longer mean what they meant."""
        return sorted(
            name
            for name, schema in self.frozen().items()
            if name not in self.current or not self.extends(schema, self.current[name])
        )

    def publish(self) -> list[str]:
        """Write what is new or compatibly extended; return the names written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        published, written = self.frozen(), []
        for name, schema in self.current.items():
            if published.get(name) != schema:
                (self.folder / f"{name}{self.suffix}").write_text(pretty(schema), "utf-8")
                written.append(name)
        return written


def shelves(root: Path) -> list[Shelf]:
    """Return every folder of published schemas of the source tree."""
    names = catalogue.services()
    return [
        Shelf(root / "contracts" / "schemas", ".schema.json", events(), event_extends),
        Shelf(root / "shared" / "schemas", ".json", operations(CHASSIS), operation_extends),
        *(
            Shelf(root / "services" / name / "schemas", ".json", operations(name), operation_extends)
            for name in names
        ),
    ]


@cache
def events() -> dict[str, Schema]:
    """Return the events of all services by wire type, as the code has them."""
    every = (event for service in catalogue.services() for event in catalogue.published(service))
    return {event.wire_type(): event.model_json_schema() for event in every}


@cache
def operations(name: str) -> dict[str, Schema]:
    """Return what a service, or the chassis for every service, can be asked, as the code has it."""
    if name == CHASSIS:
        return operations_of(with_chassis(replace(example.service, features=[])))
    return operations_of(import_module(f"{name}.service").service)


def operations_of(service: Service) -> dict[str, Schema]:
    """Return what a service can be asked, by name: address, what it takes, what it answers."""
    return {
        **{each.name: _operation("POST", each) for each in service.commands},
        **{each.name: _operation("GET", each) for each in service.queries},
    }


def _operation(method: str, handler: CommandHandler[Any, Any] | QueryHandler[Any, Any]) -> Schema:
    return {
        "method": method,
        "path": handler.path,
        "input": handler.model.model_json_schema(),
        "answer": handler.answer.model_json_schema(mode="serialization"),
    }


def freeze(root: Path) -> list[str]:
    """Publish what is new or compatibly extended; return the names written. Raises FrozenSchemaChanged."""
    every = shelves(root)
    if broken := [name for shelf in every for name in shelf.changed()]:
        raise FrozenSchemaChanged(broken)
    return [name for shelf in every for name in shelf.publish()]


def pretty(value: object) -> str:
    """Return JSON as it is committed."""
    return json.dumps(value, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
