"""Events of the example service, as they come over the bus."""

from datetime import UTC, datetime

from contracts.envelope import Envelope
from shared.example import NoteWritten


def note(board: str, number: int = 1) -> bytes:
    """Return the event of a note; its id says of which."""
    told = NoteWritten(board=board, number=number)
    now = datetime.now(UTC)
    return Envelope(
        id=f"evt_{board}_{number}",
        source="/example",
        type=told.wire_type(),
        subject=board,
        time=now,
        dataschema=told.schema_address(),
        data=told.model_dump(),
        partitionkey=board,
        correlationid="cor_1",
        agency="btt-mttq-tinh",
        occurredon=now.date(),
    ).encode()
