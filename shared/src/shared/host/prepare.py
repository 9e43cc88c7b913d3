"""What is done once before a service runs: its database, its place on the broker, its manifest."""

import structlog

from shared.announcing import manifest_of
from shared.bus.announce import announce
from shared.clock import day_of, system_clock
from shared.loading import database_of, load
from shared.logs import configure_logs
from shared.migrating import migrate
from shared.settings import settings

log = structlog.get_logger()


def prepare(module: str) -> None:
    """Migrate, declare, announce. Each may be repeated without harm."""
    service, configured = load(module), settings()
    configure_logs(configured, f"{service.name}-prepare")
    migrate(database_of(service, configured), service)
    manifest = manifest_of(service, day_of(system_clock()))
    announce(configured.amqp_url.get_secret_value(), service, manifest, configured.inbox_queue)
    log.info("prepared", service=service.name, agency=manifest.agency)
