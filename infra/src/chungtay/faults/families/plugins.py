"""F24: another agency's service cannot be loaded, fails, or hangs; the suite must not notice."""

from functools import partial

from sqlalchemy import func, select

from chungtay.faults import wire
from chungtay.faults.fault import Fault
from chungtay.faults.members import Member
from chungtay.faults.plugins.reacting import NAME
from chungtay.faults.scene import Scene
from shared.bus.inbox import State
from shared.bus.topology import inbox_of
from shared.database import Database
from shared.tables import inbox

PLUGINS = "chungtay.faults.plugins"
END_SECONDS = 20
WORK_SECONDS = 3.0


def not_startable(scene: Scene, module: str) -> bool:
    """The plug-in's process must end with an error that names the cause."""
    host = scene.plant.host(Member(NAME, f"{PLUGINS}.{module}"), name=module)
    host.start()
    scene.work()
    ended = host.await_end(END_SECONDS)
    host.kill()
    return ended and host.exit_code not in {0, None} and host.log.stat().st_size > 0


def failing(scene: Scene) -> bool:
    """The plug-in fails at every event: its own inbox says so, and nobody else's."""
    return _react(scene, "raising", State.RETRY)


def hanging(scene: Scene) -> bool:
    """The plug-in hangs in its first event: what comes stays in its queue or its inbox."""
    return _react(scene, "hanging", None)


def _react(scene: Scene, module: str, wanted: State | None) -> bool:
    member = Member(NAME, f"{PLUGINS}.{module}")
    scene.plant.prepare(member)
    host = scene.plant.host(member, name=module)
    host.start()
    try:
        scene.work_for(WORK_SECONDS)
        database = Database(scene.plant.address(member))
        return scene.work_until(lambda: _suffers(scene, database, wanted)) and host.runs
    finally:
        host.kill()
        wire.delete(scene.plant.node.broker.url, inbox_of(NAME))
        scene.plant.file_of(member).unlink()


def _suffers(scene: Scene, database: Database, wanted: State | None) -> bool:
    with database.reading() as session:
        count = select(func.count()).select_from(inbox)
        if wanted:
            return bool(session.scalar(count.where(inbox.c.state == wanted)))
        done = session.scalar(count.where(inbox.c.state == State.DONE))
    return done == 0 and scene.oracle.books.facts > 0


MODULES = {"missing": "nowhere", "raises at import": "raising_at_import", "is no service": "wrong_type"}
FAULTS = (
    *(Fault("F24", f"plug-in {name}", partial(not_startable, module=m)) for name, m in MODULES.items()),
    Fault("F24", "plug-in fails at every event", failing),
    Fault("F24", "plug-in hangs", hanging),
)
