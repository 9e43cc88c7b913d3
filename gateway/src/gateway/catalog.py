"""What the services offer now: the latest manifest of each, and the routes that it makes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from starlette.convertors import Convertor
from starlette.routing import compile_path

from contracts.errors import NotFound
from contracts.manifest import Manifest, Operation
from contracts.names import Name
from gateway.http.errors import MethodNotAllowed, UnknownRoute

OPERATION = Name("thao tác", "operation")
# Addresses below /v1 that are the gateway's own (architecture §10).
RESERVED = frozenset({"authority", "me", "reference", "services", "session", "tasks"})


@dataclass(frozen=True)
class Route:
    """One operation's compiled address below `/v1/{service}`."""

    operation: Operation
    template: str
    pattern: re.Pattern[str]
    convertors: dict[str, Convertor[Any]]

    @classmethod
    def of(cls, operation: Operation) -> Self:
        """Compile an address. Raises ValueError, AssertionError for one that is none."""
        if not operation.path.startswith("/"):
            message = f"the address {operation.path} does not begin with /"
            raise ValueError(message)
        pattern, template, convertors = compile_path(operation.path)
        return cls(operation, template, pattern, convertors)

    @property
    def parameters(self) -> frozenset[str]:
        """The fields that stand in the address."""
        return frozenset(self.convertors)

    @property
    def rank(self) -> tuple[bool, ...]:
        """Sorts fixed words before parameters, so that `/titles/mine` wins over `/titles/{id}`."""
        return tuple("{" in segment for segment in self.template.split("/"))

    def match(self, path: str) -> dict[str, str | int | float] | None:
        """Return the address's fields, or None for another address."""
        found = self.pattern.match(path)
        if found is None:
            return None
        return {name: self.convertors[name].convert(text) for name, text in found.groupdict().items()}


@dataclass(frozen=True)
class CatalogEntry:
    """A service's latest manifest, when it was published, and its routes."""

    manifest: Manifest
    published_at: datetime
    routes: tuple[Route, ...]

    @classmethod
    def of(cls, manifest: Manifest, published_at: datetime) -> Self:
        """Compile a manifest's routes. Raises ValueError, AssertionError."""
        routes = [Route.of(operation) for operation in (*manifest.commands, *manifest.queries)]
        return cls(manifest, published_at, tuple(sorted(routes, key=lambda route: route.rank)))


@dataclass(frozen=True)
class Match:
    """Where a request leads: whose operation it is, and the fields of its address."""

    manifest: Manifest
    route: Route
    fields: dict[str, str | int | float]

    @property
    def operation(self) -> Operation:
        """The operation asked for."""
        return self.route.operation


class Catalog:
    """The catalogue of all services; a new manifest takes effect at once."""

    def __init__(self) -> None:
        self._entries: dict[str, CatalogEntry] = {}
        self._version = 0

    @property
    def version(self) -> int:
        """Grows with each manifest taken: what was made from the catalogue holds while it stays."""
        return self._version

    def __iter__(self) -> Iterator[CatalogEntry]:
        """Go through the entries in the order of the services' names."""
        return iter([self._entries[name] for name in sorted(self._entries)])

    def register(self, manifest: Manifest, published_at: datetime) -> None:
        """Take a service's newest manifest. Raises ValueError, AssertionError for bad addresses."""
        if manifest.service in RESERVED:
            message = f"{manifest.service} is an address of the gateway"
            raise ValueError(message)
        known = self._entries.get(manifest.service)
        if known is not None and known.manifest == manifest:
            self._entries[manifest.service] = replace(known, published_at=published_at)
        else:
            self._entries[manifest.service] = CatalogEntry.of(manifest, published_at)
            self._version += 1

    def service(self, name: str) -> Manifest:
        """Return a service's manifest. Raises UnknownRoute."""
        if name not in self._entries:
            raise UnknownRoute(path=f"/v1/{name}")
        return self._entries[name].manifest

    def answering(self, query: str) -> list[Manifest]:
        """Return the manifests of all services that answer a query of this name."""
        manifests = (entry.manifest for entry in self)
        return [each for each in manifests if query in {offered.name for offered in each.queries}]

    def operation(self, service: str, name: str) -> Operation:
        """Return a service's operation by its name. Raises UnknownRoute, NotFound."""
        manifest = self.service(service)
        for each in (*manifest.commands, *manifest.queries):
            if each.name == name:
                return each
        raise NotFound(what=OPERATION, id=name)

    def find(self, service: str, method: str, path: str) -> Match:
        """Find the operation of an address. Raises UnknownRoute, MethodNotAllowed."""
        matches = list(self._matches(service, path))
        for match in matches:
            if match.operation.method == method:
                return match
        if matches:
            raise MethodNotAllowed(method, sorted({match.operation.method for match in matches}))
        raise UnknownRoute(path=f"/v1/{service}{path}")

    def agency_name(self, code: str, language: str) -> str | None:
        """Return the name of an agency that runs a service."""
        for entry in self:
            if entry.manifest.agency == code:
                return entry.manifest.agency_vi if language == "vi" else entry.manifest.agency_en
        return None

    def _matches(self, service: str, path: str) -> Iterator[Match]:
        if (entry := self._entries.get(service)) is None:
            return
        for route in entry.routes:
            if (fields := route.match(path)) is not None:
                yield Match(entry.manifest, route, fields)
