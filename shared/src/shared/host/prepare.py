"""What is done once before services run: their databases, their manifests, their places on the broker."""

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

from shared.bus.catching_up import WITHOUT_LEADER, make_queue
from shared.bus.kept_manifest import keep
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
    """Migrate each service, keep its manifest, and declare what it needs. All may be repeated without harm.

    Databases come first and the broker is waited for, so that both may be made ready at the same time.
    Where the broker's definitions made everything, it is not asked at all. Raises SQLAlchemyError, pika's
    AMQPError.
    """
    configured = settings()
    configure_logs(configured, "prepare")
    migrated = [_migrate(load(module), configured) for module in modules]
    log.info("databases are migrated")
    for service, database in migrated:
        keep(database, manifest_of(service, day_of(system_clock())))
        if not configured.topology_is_given:
            _once_broker_is_up(partial(_declare, service, configured))
        log.info("prepared", service=service.name)


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


def _declare(service: Service, configured: Settings) -> None:
    make_queue(service, configured.amqp_url.get_secret_value(), configured.inbox_queue)
