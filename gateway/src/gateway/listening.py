"""Reading manifests: what a service publishes of itself takes effect at once; nobody speaks for another."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

import structlog
from pika import BasicProperties
from pydantic import ValidationError

from contracts.manifest import Manifest
from contracts.reference import agencies
from contracts.reference.services import functions_of_services
from gateway.catalog import Catalog
from gateway.http.errors import UnknownRoute
from shared.bus.topology import host_user
from shared.clock import day_of, system_clock

log = structlog.get_logger()

# Kept and read again at each connection of the gateway, a manifest is parsed once.
manifest_in = lru_cache(maxsize=16)(Manifest.model_validate_json)


class MistrustedManifest(ValueError):
    """A manifest that another user published, or that claims what is not its service's."""


def listener(catalog: Catalog, *, users_apart: bool = False) -> Callable[[bytes, BasicProperties], None]:
    """Return what is done with each message of the stream of manifests.

    `users_apart` says that the broker knows each service by its own user. What is refused changes nothing:
    the service's last good manifest stays.
    """

    def read(body: bytes, properties: BasicProperties) -> None:
        at = _published_at(properties)
        try:
            manifest = manifest_in(body)
            if users_apart:
                _require_own(manifest, properties.user_id)
            _require_function(manifest, catalog, at)
            catalog.register(manifest, at)
        except (ValidationError, ValueError, AssertionError) as error:
            log.warning("manifest refused", reason=_reason(error), user=properties.user_id)
            return
        log.info("manifest read", service=manifest.service, agency=manifest.agency, version=manifest.version)

    return read


def _require_own(manifest: Manifest, user: str | None) -> None:
    """Let a service alone speak of itself. Raises MistrustedManifest."""
    if user != host_user(manifest.service):
        message = f"{user} published a manifest of {manifest.service}"
        raise MistrustedManifest(message)


def _require_function(manifest: Manifest, catalog: Catalog, at: datetime) -> None:
    """Refuse a function that is not the service's, and an agency that does not hold it. Raises as above.

    A plug-in that the reference data do not name keeps the function that it was first known by.
    """
    expected = functions_of_services().get(manifest.service) or _known_function(catalog, manifest.service)
    if expected not in {None, manifest.function}:
        message = f"{manifest.service} serves {expected}, not {manifest.function}"
        raise MistrustedManifest(message)
    holders = {agency.code for agency in agencies().holding(manifest.function, day_of(at))}
    if manifest.agency not in holders:
        message = f"{manifest.agency} does not hold the function {manifest.function}"
        raise MistrustedManifest(message)


def _known_function(catalog: Catalog, service: str) -> str | None:
    try:
        return catalog.service(service).function
    except UnknownRoute:
        return None


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, MistrustedManifest) else type(error).__name__


def _published_at(properties: BasicProperties) -> datetime:
    """When the publisher says it was; messages without a time count as published now."""
    stamp = properties.timestamp
    return system_clock() if stamp is None else datetime.fromtimestamp(stamp, UTC)
