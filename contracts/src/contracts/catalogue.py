"""Every event of every service, found in the packages of this distribution."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import contracts
from contracts.audit import audit_head_of
from contracts.messages import Event

NOT_SERVICES = {"reference", "values"}


def services() -> list[str]:
    """Return the names of the services whose events are here."""
    packages = {module.name for module in pkgutil.iter_modules(contracts.__path__) if module.ispkg}
    return sorted(packages - NOT_SERVICES)


def events(service: str) -> list[type[Event]]:
    """Return the events that a service's own features publish, by name."""
    package = import_module(f"contracts.{service}")
    modules = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    found = (event for each in modules for event in _defined(import_module(each.name)))
    return sorted(found, key=lambda event: event.wire_type())


def published(service: str) -> list[type[Event]]:
    """Return the events that a service publishes, and what the chassis tells for it."""
    return [*events(service), audit_head_of(service)]


def _defined(module: ModuleType) -> Iterator[type[Event]]:
    """The events that a module defines itself; a base that only events derive from is private."""
    for name, member in inspect.getmembers(module, inspect.isclass):
        own = member.__module__ == module.__name__ and not name.startswith("_")
        if own and issubclass(member, Event):
            yield member
