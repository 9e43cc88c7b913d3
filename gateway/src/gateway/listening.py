"""Reading manifests: what a service publishes takes effect at once."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

import structlog
from pika import BasicProperties
from pydantic import ValidationError

from contracts.manifest import Manifest
from gateway.catalog import Catalog
from shared.clock import system_clock

log = structlog.get_logger()

# The stream repeats a manifest with each start of a service: what stands there twenty times is parsed once.
manifest_in = lru_cache(maxsize=16)(Manifest.model_validate_json)


def listener(catalog: Catalog) -> Callable[[bytes, BasicProperties], None]:
    """Return what is done with each message of the stream of manifests."""

    def read(body: bytes, properties: BasicProperties) -> None:
        try:
            manifest = manifest_in(body)
            catalog.register(manifest, _published_at(properties))
        except (ValidationError, ValueError, AssertionError) as error:
            log.warning("manifest refused", reason=type(error).__name__)
            return
        log.info("manifest read", service=manifest.service, agency=manifest.agency, version=manifest.version)

    return read


def _published_at(properties: BasicProperties) -> datetime:
    """When the publisher says it was; messages without a time count as published now."""
    stamp = properties.timestamp
    return system_clock() if stamp is None else datetime.fromtimestamp(stamp, UTC)
