"""A service that writes down every event it hears, one row each time it is applied.

The suite's own reactions change nothing when they are repeated, and so would hide that they were.
The witness hides nothing: its rows say how often and in which order events took effect. It stands on
the bus as any agency's plug-in does.
"""

from sqlalchemy import Column, Integer, MetaData, String, Table, insert

from contracts.envelope import Envelope
from shared.service import Feature, Reaction, Service
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


def witness(envelope: Envelope, work: Work) -> None:
    """Write an event down, whether or not there is a row of it already."""
    row = {"source": envelope.source, "event_id": envelope.id, "key": envelope.partitionkey}
    work.session.execute(insert(seen).values(**row))


service = Service(
    name="witness",
    function="front-standing",
    title_vi="Người chứng kiến",
    title_en="Witness",
    features=[Feature(reactions=[Reaction(None, witness, replayable=False)])],
    tables=tables,
    migrations="faults:witness_migrations",
)
