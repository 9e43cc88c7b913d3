"""Running one service under nameko: its dispatcher answers calls, its inbox receives events."""

import signal
from typing import Any

import eventlet
import structlog
from nameko import config
from nameko.containers import ServiceContainer

from shared.bus.catching_up import CatchingUp
from shared.bus.processor import Processor
from shared.bus.proving import prover_of
from shared.bus.topology import HEARTBEAT_SECONDS, reading_host_of
from shared.bus.trust import Trust
from shared.clock import system_clock
from shared.counting import Counter
from shared.database import Database
from shared.dispatch import Dispatcher
from shared.dispatch.places import WAITING, Places
from shared.host.calls import DECLARES, Arrived, rpc
from shared.host.green import patch_postgresql
from shared.host.inbox import Inbox
from shared.host.job_runner import JobRunner
from shared.host.jobs import JobThread
from shared.host.manifest_thread import ManifestThread
from shared.host.readings import readings_of
from shared.host.sweeping import SweepingThread
from shared.host.time_limit import green_limit
from shared.host.timers import TimerThread
from shared.host.watchdog import Watchdog
from shared.jobs import Jobs
from shared.loading import database_of, load
from shared.logs import configure_logs
from shared.retention import Horizons, Sweeper
from shared.service import Service
from shared.settings import Settings, settings
from shared.standing import Standing
from shared.synthetic import require_no_real_act
from shared.timers import Timers
from shared.tokens import verifier_of_calls
from shared.unread_calls import UnreadCalls

log = structlog.get_logger()


class ReadingHost:
    """What nameko sees of a service; a subclass with the service's name and dispatcher is made for each."""

    name: str
    dispatcher: Dispatcher
    unread_calls: UnreadCalls

    @rpc
    def query(self, arrived: Arrived) -> dict[str, Any]:
        """Answer a query."""
        return self.dispatcher.query(*arrived).model_dump(mode="json")


class Host(ReadingHost):
    """What nameko sees of a service that acts."""

    @rpc
    def command(self, arrived: Arrived) -> dict[str, Any]:
        """Carry out a command."""
        return self.dispatcher.command(*arrived).model_dump(mode="json")

    @rpc
    def explain(self, arrived: Arrived) -> dict[str, Any]:
        """Say who may."""
        return self.dispatcher.explain(*arrived).model_dump(mode="json")


def run(module: str) -> None:
    """Run the service of a module such as `funds.service` until SIGTERM."""
    service, configured = load(module), settings()
    configure_logs(configured, service.name)
    _configure_nameko(configured)
    database = database_of(service, configured)
    if configured.synthetic_data:
        require_no_real_act(database)
    if not database.is_sqlite:
        patch_postgresql()
    standing = Standing(known=False)
    members = _answering(service, database, configured, standing)
    if configured.reads_alone:
        host = type("ReadingHost", (ReadingHost,), {"name": reading_host_of(service.name), **members})
    else:
        members |= _acting(module, service, database, configured, standing)
        host = type("Host", (Host,), {"name": service.name, **members})
    container = ServiceContainer(host)
    _stop_on_signals(container)
    Watchdog(configured.hang_seconds).start()
    container.start()
    log.info("ready", service=service.name, role=configured.host_role)
    container.wait()


def _configure_nameko(configured: Settings) -> None:
    # A reading that waits has left its queue and keeps a worker: a command must find both free.
    workers = configured.max_workers + WAITING
    config.update(
        {
            "AMQP_URI": configured.amqp_url.get_secret_value(),
            "HEARTBEAT": HEARTBEAT_SECONDS,
            "max_workers": workers,
            "PREFETCH_COUNT": workers,
            DECLARES: not configured.topology_is_given,
        }
    )


def _answering(
    service: Service, database: Database, configured: Settings, standing: Standing
) -> dict[str, Any]:
    """What every host needs."""
    at_once = configured.readings_at_once
    dispatcher = Dispatcher(
        service,
        database,
        verifier_of_calls(configured, service.name),
        standing=standing,
        places=Places(at_once),
        reading=readings_of(database, at_once, configured.reading_seconds),
    )
    return {"dispatcher": dispatcher, "unread_calls": UnreadCalls(database)}


def _acting(
    module: str, service: Service, database: Database, configured: Settings, standing: Standing
) -> dict[str, Any]:
    """What a host needs that takes events, publishes the service's manifest, and acts by itself."""
    amqp_url, given = configured.amqp_url.get_secret_value(), configured.topology_is_given
    trust = Trust(users_apart=given, prover=prover_of(configured))
    return {
        "inbox": Inbox(
            CatchingUp(service, database, amqp_url, trust, configured.journal_since),
            Processor(service, database, limit=green_limit, seconds=configured.reaction_seconds),
            configured.inbox_to_declare,
            standing,
        ),
        "manifest": ManifestThread(database, amqp_url, declares=not given),
        "timers": TimerThread(Timers(service, database), standing),
        "sweeping": SweepingThread(
            Sweeper(database, Horizons.of(configured), system_clock),
            Counter(database, system_clock),
            standing,
        ),
        "jobs": JobThread(JobRunner(module, Jobs(service, database)), standing),
    }


def _stop_on_signals(container: ServiceContainer) -> None:
    def stop(_number: int, _frame: object) -> None:
        eventlet.spawn_n(container.stop)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
