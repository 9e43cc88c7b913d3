"""Opening and closing tasks with the steps of an object."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import bindparam, insert, update

from contracts.reference import NoRuleInForce, deadline
from shared.domain.lifecycle import Awaits, Taken
from shared.tables import tasks
from shared.work import Work

# Built once: building a statement costs more than running it.
OPEN = insert(tasks)
CLOSE = (
    update(tasks)
    .where(tasks.c.subject_id == bindparam("of_subject"), tasks.c.closed_on.is_(None))
    .values(closed_on=bindparam("day"), closed_by_body=bindparam("by_body"))
)
CLOSE_OWN = CLOSE.where(tasks.c.body == bindparam("by_body"))


def follow(work: Work, thing: Any, taken: Taken) -> None:
    """Close what the step ends, and open what it awaits.

    A step into another state ends all that the object awaited; one that stays in its state ends what it
    awaited of the acting body.
    """
    if taken.source is not None:
        closing = {"of_subject": thing.id, "day": taken.on, "by_body": work.body}
        work.session.execute(CLOSE if taken.source != taken.to else CLOSE_OWN, closing)
    if opened := list(_opened(thing, taken)):
        work.session.execute(OPEN, opened)


def _opened(thing: Any, taken: Taken) -> Iterable[dict[str, Any]]:
    for awaited in taken.lifecycle.steps[taken.step].awaits:
        shared = {
            "subject_id": thing.id,
            "subject_kind": taken.lifecycle.name,
            "step": awaited.step,
            "since": taken.on,
            "due_on": _due_on(thing, awaited, taken.on),
            "rule": awaited.within,
        }
        yield from ({**shared, "body": body} for body in dict.fromkeys(awaited.bodies(thing)))


def _due_on(thing: Any, awaited: Awaits, since: date) -> date | None:
    """The day by the object or the rule; none where the rule table says nothing for that day."""
    if awaited.due:
        return awaited.due(thing)
    if awaited.within is None:
        return None
    try:
        return deadline(awaited.within, since).due
    except NoRuleInForce:
        return None
