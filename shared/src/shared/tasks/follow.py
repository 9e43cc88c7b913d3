"""Opening and closing tasks with the steps of objects."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from contracts.reference import NoRuleInForce, deadline
from shared.domain.lifecycle import Awaits, Taken
from shared.tables import tasks
from shared.work import Work

Task = dict[str, Any]
# Built once: building a statement costs more than running it.
OPEN = insert(tasks)
FIND = select(tasks).where(
    tasks.c.subject_id.in_(bindparam("subjects", expanding=True)), tasks.c.closed_on.is_(None)
)
OF_ONE = update(tasks).where(tasks.c.seq == bindparam("task"))
CLOSE = OF_ONE.values(closed_on=bindparam("day"), closed_by_body=bindparam("by_body"))
MOVE = OF_ONE.values(due_on=bindparam("day"))


def follow(work: Work, taken: Sequence[tuple[Any, Taken]]) -> None:
    """Close what steps end, and open what they await.

    What a step awaits and the body was asked for already, by the same rule, stays open since it was. A step
    into another state ends all else; one that stays ends what it decides anew whether to await, and what it
    fulfils for the acting body. What opens and ends within one act awaited nobody.
    """
    if taken:
        changes = _Changes(work, taken)
        for thing, each in taken:
            changes.follow(thing, each)
        changes.write()


class _Changes:
    """The open tasks of the objects that took steps, and what becomes of them."""

    def __init__(self, work: Work, taken: Sequence[tuple[Any, Taken]]) -> None:
        self._work = work
        self._open: dict[str, list[Task]] = {thing.id: [] for thing, _ in taken}
        self._closed: list[Task] = []
        self._moved: list[Task] = []
        begun = {thing.id for thing, each in taken if each.source is None}
        if standing := list(self._open.keys() - begun):
            for row in work.session.execute(FIND, {"subjects": standing}).mappings():
                self._open[row["subject_id"]].append(dict(row))

    def follow(self, thing: Any, taken: Taken) -> None:
        """Take one step into account."""
        awaited = {_asked(task): task for task in _awaited(thing, taken)}
        of_object = {each.step for each in taken.lifecycle.steps[taken.step].awaits if each.due}
        left = []
        for task in self._open[thing.id]:
            again = awaited.pop(_asked(task), None)
            if again and task["step"] in of_object:
                self._move(task, again["due_on"])
            elif not again and self._ends(task, taken):
                self._close(task, taken.on)
                continue
            left.append(task)
        self._open[thing.id] = [*left, *awaited.values()]

    def write(self) -> None:
        """Write down what changed."""
        opened = [task for tasks_ in self._open.values() for task in tasks_ if "seq" not in task]
        for statement, rows in ((CLOSE, self._closed), (MOVE, self._moved), (OPEN, opened)):
            if rows:
                self._work.session.execute(statement, rows)

    def _ends(self, task: Task, taken: Taken) -> bool:
        step = taken.lifecycle.steps[taken.step]
        if not taken.stays or task["step"] in {each.step for each in step.awaits}:
            return True
        return task["body"] == self._work.body and task["step"] in {taken.step, *step.fulfils}

    def _close(self, task: Task, on: date) -> None:
        if "seq" in task:
            self._closed.append({"task": task["seq"], "day": on, "by_body": self._work.body})

    def _move(self, task: Task, due_on: date | None) -> None:
        """A rule's term runs on from the first day, but the day that an object names is as it says now."""
        if task["due_on"] != due_on:
            task["due_on"] = due_on
            if "seq" in task:
                self._moved.append({"task": task["seq"], "day": due_on})


def _asked(task: Task) -> tuple[str, str, str | None]:
    """What makes two tasks of an object one: the body, the step, and the rule."""
    return task["body"], task["step"], task["rule"]


def _awaited(thing: Any, taken: Taken) -> Iterator[Task]:
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
