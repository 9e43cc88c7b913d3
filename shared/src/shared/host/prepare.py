"""What is done once before a service runs: its database, its place on the broker, its manifest."""

import structlog

from shared.bus.announce import announce
from shared.bus.catching_up import make_queue
from shared.clock import day_of, system_clock
from shared.loading import database_of, load
from shared.logs import configure_logs
from shared.manifest import manifest_of
from shared.migrating import migrate
from shared.settings import settings

log = structlog.get_logger()


def prepare(module: str) -> None:
    """Migrate, declare, announce. Each may be repeated without harm."""
    service, configured = load(module), settings()
    configure_logs(configured, f"{service.name}-prepare")
    database, amqp_url = database_of(service, configured), configured.amqp_url.get_secret_value()
    migrate(database, service)
    make_queue(service, database, amqp_url, system_clock(), configured.inbox_queue)
    manifest = manifest_of(service, day_of(system_clock()))
    announce(amqp_url, service, manifest)
    log.info("prepared", service=service.name, agency=manifest.agency)
