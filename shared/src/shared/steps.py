"""What a unit of work writes beside its objects: the history of the steps they took, and their tasks.

Both are written when the session writes the objects, so that no handler can forget them.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from shared import history, tasks
from shared.domain.lifecycle import Taken, steps_taken
from shared.work import Work

TOUCHED = "touched"


def touched(session: Session) -> tuple[str, ...]:
    """Return the ids of the objects that took a step in the unit of work of a session, in order."""
    return tuple(session.info.get(TOUCHED, ()))


@event.listens_for(Session, "before_flush")
def _write_steps(session: Session, _context: object, _instances: object) -> None:
    work = session.info.get("work")
    if work is None:
        return
    taken = list(_taken(session))
    if taken:
        history.write(work, taken)
        session.info.setdefault(TOUCHED, {}).update((str(thing.id), None) for thing, _ in taken)
        _follow(work, taken)


@event.listens_for(Session, "after_soft_rollback")
def _forget_steps(session: Session, _undone: SessionTransaction) -> None:
    """What was undone was not taken; an object that outlives its savepoint must not tell of it later."""
    for thing in session.identity_map.values():
        steps_taken(thing)


def _taken(session: Session) -> Iterator[tuple[Any, Taken]]:
    for thing in [*session.new, *session.dirty]:
        for each in steps_taken(thing):
            yield thing, each


def _follow(work: Work, taken: list[tuple[Any, Taken]]) -> None:
    tasks.follow(work, [each for each in taken if each[1].lifecycle.awaits_somebody])
