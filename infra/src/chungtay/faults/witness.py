"""A service that writes down every event it hears, one row each time it is applied.

The suite's own reactions change nothing when they are repeated, and so would hide that they were.
The witness hides nothing: its rows say how often and in which order events took effect. It stands on
the bus as any agency's plug-in does.
"""

from sqlalchemy import Column, Integer, MetaData, String, Table, insert
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.service import Reaction, Service
from shared.work import Work

tables = MetaData()
seen = Table(
    "witnessed",
    tables,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("source", String(80), nullable=False),
    Column("event_id", String(80), nullable=False),
    Column("key", String(240), nullable=False),
)


class Notebook:
    """The store of the witness."""

    def __init__(self, session: Session) -> None:
        """Take the session of one unit of work."""
        self._session = session

    def write(self, envelope: Envelope) -> None:
        """Add a row, whether or not there is one already."""
        row = {"source": envelope.source, "event_id": envelope.id, "key": envelope.partitionkey}
        self._session.execute(insert(seen).values(**row))


def witness(envelope: Envelope, work: Work[Notebook]) -> None:
    """Write an event down."""
    work.store.write(envelope)


service = Service(
    name="witness",
    function="front-standing",
    title_vi="Người chứng kiến",
    title_en="Witness",
    store=Notebook,
    tables=tables,
    migrations="chungtay.faults:witness_migrations",
    commands=[],
    queries=[],
    reactions=[Reaction(None, witness, replayable=False)],
)
