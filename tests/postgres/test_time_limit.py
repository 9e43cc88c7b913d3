"""A reaction that waits in the database for longer than it may, in a process with green threads."""

import subprocess
import sys
from datetime import UTC, datetime

from sqlalchemy import select

from shared import tables
from shared.bus import inbox
from shared.bus.inbox import State
from shared.bus.memory import TRUST, told
from shared.database import Database
from support.example_events import note

PROGRAM = """
import warnings
warnings.simplefilter("ignore")
from shared.host.green import patch, patch_postgresql
patch()
patch_postgresql()
import sys
from sqlalchemy import text
from shared import example, reacting
from shared.bus.processor import Processor
from shared.clock import system_clock
from shared.database import Database
from shared.host.time_limit import green_limit

def apply(service, session, envelope, now):
    if envelope.subject == "slow":
        session.execute(text("SELECT pg_sleep(600)"))
    reacting.apply(service, session, envelope, now)

now = system_clock()  # it stands: what was set back stays so
database = Database(sys.argv[1])
processor = Processor(example.service, database, lambda: now, apply, green_limit, seconds=0.5)
while processor.step():
    pass
"""


def test_it_is_undone_and_set_back_though_the_limit_cost_the_connection(
    empty: str, database: Database
) -> None:
    with database.transaction() as session:
        inbox.store(session, map(told, map(note, ("a", "slow", "c"))), TRUST, datetime.now(UTC))
    subprocess.run([sys.executable, "-c", PROGRAM, empty], timeout=100, check=True)
    with database.reading() as session:
        rows = session.execute(select(tables.inbox).order_by(tables.inbox.c.seq)).all()
    assert [(row.key, row.state, row.error) for row in rows] == [
        ("/example/a", State.DONE, None),
        ("/example/slow", State.RETRY, "TimeLimitExceeded: "),
        ("/example/c", State.DONE, None),
    ]
