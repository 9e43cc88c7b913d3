"""Reading and moving one event of the inbox."""

from typing import Any

from sqlalchemy import RowMapping, select, update
from sqlalchemy.orm import Session

from contracts.errors import NotFound, WrongStep
from shared.bus.inbox import State
from shared.operations.messages import EventState
from shared.tables import inbox


def event_of(session: Session, seq: int) -> RowMapping:
    """Return one event of the inbox. Raises NotFound."""
    found = session.execute(select(inbox).where(inbox.c.seq == seq)).mappings().first()
    if found is None:
        raise NotFound(what="event", id=seq)
    return found


def parked_of(session: Session, seq: int, step: str) -> RowMapping:
    """Return one parked event. Raises NotFound, WrongStep."""
    row = event_of(session, seq)
    if row["state"] not in {State.PARKED, State.RETRY}:
        raise WrongStep(subject=f"event {seq}", state=row["state"], step=step)
    return row


def move(session: Session, row: RowMapping, state: State, outcome: str, **values: Any) -> EventState:
    """Give an event another state and say so."""
    session.execute(update(inbox).where(inbox.c.seq == row["seq"]).values(state=state, **values))
    return EventState(seq=row["seq"], event_id=row["event_id"], state=state, outcome=outcome)
