"""Events written with the facts; the relay publishes them later."""

from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.crash import crash_point
from shared.held import held

# RabbitMQ 4 closes the channel of whoever sends more than 16 MiB: such an event would stop every other.
LARGEST_BYTES = 8_000_000
TOLD = "outbox"


def write(session: Session, envelope: Envelope) -> None:
    """Add an event to the outbox, where it gets its number at the transaction's end.

    Its bytes never change again. Raises ValueError for one too large.
    """
    body = envelope.encode()
    if len(body) > LARGEST_BYTES:
        message = f"an event of {len(body)} bytes is larger than {LARGEST_BYTES}: {envelope.type}"
        raise ValueError(message)
    row = {
        "event_id": envelope.id,
        "type": envelope.type,
        "key": envelope.partitionkey,
        "envelope": body,
        "created_at": envelope.time,
    }
    held(session, TOLD).append(row)
    session.info["emitted"] = True
    crash_point("dispatcher.outbox_written")
