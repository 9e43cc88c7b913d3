"""Every message of every service, found in the packages of this distribution."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import TypeVar

import contracts
from contracts.messages import Answer, Command, Event, Message, Query

M = TypeVar("M", bound=Message)
KINDS = ("commands", "queries", "events")


def services() -> list[str]:
    """Return the names of the services that have contracts here."""
    packages = [module.name for module in pkgutil.iter_modules(contracts.__path__) if module.ispkg]
    return sorted(name for name in packages if name != "reference")


def events(service: str) -> list[type[Event]]:
    """Return the events that a service publishes, by name."""
    return sorted(_members(service, Event), key=lambda event: event.wire_type())


def commands(service: str) -> list[type[Command]]:
    """Return the commands that a service carries out, by name."""
    return sorted(_members(service, Command), key=lambda command: command.wire_name())


def queries(service: str) -> list[type[Query]]:
    """Return the queries that a service answers, by name."""
    return sorted(_members(service, Query), key=lambda query: query.wire_name())


def schemas(service: str) -> dict[str, dict[str, object]]:
    """Return the JSON Schema of every message by its frozen name.

    Events carry their version in the name; commands and queries are of version 1 of the API.
    """
    named: dict[str, type[Message]] = {event.wire_type(): event for event in events(service)}
    named |= {f"{service}.{each.wire_name()}.command.v1": each for each in commands(service)}
    named |= {f"{service}.{each.wire_name()}.query.v1": each for each in queries(service)}
    return {name: model.model_json_schema() for name, model in named.items()}


def _members(service: str, base: type[M]) -> Iterator[type[M]]:
    package = import_module(f"contracts.{service}")
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if found.name.rpartition(".")[2] in KINDS:
            yield from _defined(import_module(found.name), base)


def _defined(module: ModuleType, base: type[M]) -> Iterator[type[M]]:
    for _, member in inspect.getmembers(module, inspect.isclass):
        own = member.__module__ == module.__name__ and not member.__name__.startswith("_")
        if own and issubclass(member, base) and not issubclass(member, Answer):
            yield member
