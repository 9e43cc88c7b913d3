"""Events written with the facts; the relay publishes them later."""

from sqlalchemy import insert
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.crash import crash_point
from shared.tables import outbox

# Built once: building a statement costs a command more than running it.
WRITE = insert(outbox)


def write(session: Session, envelope: Envelope) -> None:
    """Add an event to the outbox. Its bytes never change again."""
    row = {
        "event_id": envelope.id,
        "type": envelope.type,
        "key": envelope.partitionkey,
        "envelope": envelope.encode(),
        "created_at": envelope.time,
    }
    session.execute(WRITE, row)
    session.info["emitted"] = True
    crash_point("desk.outbox_written")
