"""What a session holds until its transaction ends; what a savepoint took back is not held any more."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

HELD, MARKS = "held", "held at savepoints"


def held(session: Session, name: str) -> list[Any]:
    """Return the list of a name, to be added to."""
    things: list[Any] = session.info.setdefault(HELD, {}).setdefault(name, [])
    return things


@event.listens_for(Session, "after_transaction_create")
def _remember(session: Session, begun: SessionTransaction) -> None:
    if begun.nested:
        lengths = {name: len(things) for name, things in session.info.get(HELD, {}).items()}
        session.info.setdefault(MARKS, {})[begun] = lengths


@event.listens_for(Session, "after_soft_rollback")
def _forget(session: Session, undone: SessionTransaction) -> None:
    lengths = session.info.get(MARKS, {}).pop(undone, None)
    if lengths is not None:
        for name, things in session.info.get(HELD, {}).items():
            del things[lengths.get(name, 0) :]
