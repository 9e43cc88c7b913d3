"""What is done once before services run: their databases, their places on the broker, their manifests."""

import time
from collections.abc import Callable, Sequence
from functools import partial

import structlog
from pika.exceptions import (
    AMQPConnectionError,
    AMQPError,
    ChannelClosedByBroker,
    ProbableAuthenticationError,
)

from contracts.manifest import Manifest
from shared.bus.catching_up import WITHOUT_LEADER, make_queue
from shared.bus.publish_manifest import publish_manifest
from shared.clock import day_of, system_clock
from shared.database import Database
from shared.loading import database_of, load
from shared.logs import configure_logs
from shared.manifest import manifest_of
from shared.migrating import migrate
from shared.service import Service
from shared.settings import Settings, settings

log = structlog.get_logger()

BROKER_SECONDS = 600
PAUSE_SECONDS = 0.2


def prepare(modules: Sequence[str]) -> None:
    """Migrate, declare and publish the manifest of each service. All may be repeated without harm.

    Databases come first and the broker is waited for, so that both may be made ready at the same time.
    Raises SQLAlchemyError, pika's AMQPError.
    """
    configured = settings()
    configure_logs(configured, "prepare")
    migrated = [_migrate(load(module), configured) for module in modules]
    log.info("databases are migrated")
    for service, database in migrated:
        manifest = manifest_of(service, day_of(system_clock()))
        _once_broker_is_up(partial(_enrol, service, database, manifest, configured))


def _migrate(service: Service, configured: Settings) -> tuple[Service, Database]:
    database = database_of(service, configured)
    migrate(database, service)
    log.info("migrated", service=service.name)
    return service, database


def _once_broker_is_up(act: Callable[[], None]) -> None:
    """Act; try again while the broker is away or still starting. Raises AMQPError."""
    end = time.monotonic() + BROKER_SECONDS
    while True:
        try:
            return act()
        except AMQPError as error:
            if not _may_be_starting(error) or time.monotonic() > end:
                raise
            time.sleep(PAUSE_SECONDS)


def _may_be_starting(error: AMQPError) -> bool:
    """Whether the broker is away, or takes logins while its streams have no leader yet."""
    if isinstance(error, ChannelClosedByBroker):
        return WITHOUT_LEADER in error.reply_text
    return isinstance(error, AMQPConnectionError) and not isinstance(error, ProbableAuthenticationError)


def _enrol(service: Service, database: Database, manifest: Manifest, configured: Settings) -> None:
    amqp_url = configured.amqp_url.get_secret_value()
    make_queue(service, database, amqp_url, system_clock(), configured.inbox_queue)
    publish_manifest(amqp_url, manifest)
    log.info("prepared", service=service.name, agency=manifest.agency)
