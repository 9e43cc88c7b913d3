"""F24: another agency's service cannot be loaded, fails, or hangs; the suite must not notice."""

from functools import partial

from sqlalchemy import func, select

from faults import wire
from faults.experiment import Experiment
from faults.fault import Fault
from faults.members import Member
from faults.plugins.reacting import NAME
from shared.bus.inbox import State
from shared.bus.topology import inbox_of
from shared.database import Database
from shared.tables import inbox

PLUGINS = "faults.plugins"
END_SECONDS = 20
WORK_SECONDS = 3.0


def not_startable(experiment: Experiment, module: str) -> bool:
    """The plug-in's process must end with an error that names the cause."""
    host = experiment.system.host(Member(NAME, f"{PLUGINS}.{module}"), name=module)
    host.start()
    experiment.work()
    ended = host.await_end(END_SECONDS)
    host.kill()
    return ended and host.exit_code not in {0, None} and host.log.stat().st_size > 0


def failing(experiment: Experiment) -> bool:
    """The plug-in fails at every event: its own inbox says so, and nobody else's."""
    return _react(experiment, "raising", State.RETRY)


def hanging(experiment: Experiment) -> bool:
    """The plug-in hangs in its first event: what comes stays in its queue or its inbox."""
    return _react(experiment, "hanging", None)


def _react(experiment: Experiment, module: str, wanted: State | None) -> bool:
    member = Member(NAME, f"{PLUGINS}.{module}")
    experiment.system.prepare(member)
    host = experiment.system.host(member, name=module)
    host.start()
    try:
        experiment.work_for(WORK_SECONDS)
        database = Database(experiment.system.address(member))
        return experiment.work_until(lambda: _suffers(experiment, database, wanted)) and host.runs
    finally:
        host.kill()
        wire.delete(experiment.system.node.broker.url, inbox_of(NAME))
        experiment.system.file_of(member).unlink()


def _suffers(experiment: Experiment, database: Database, wanted: State | None) -> bool:
    with database.reading() as session:
        count = select(func.count()).select_from(inbox)
        if wanted:
            return bool(session.scalar(count.where(inbox.c.state == wanted)))
        done = session.scalar(count.where(inbox.c.state == State.DONE))
    return done == 0 and experiment.oracle.observed.facts > 0


MODULES = {"missing": "nowhere", "raises at import": "raising_at_import", "is no service": "wrong_type"}
FAULTS = (
    *(Fault("F24", f"plug-in {name}", partial(not_startable, module=m)) for name, m in MODULES.items()),
    Fault("F24", "plug-in fails at every event", failing),
    Fault("F24", "plug-in hangs", hanging),
)
