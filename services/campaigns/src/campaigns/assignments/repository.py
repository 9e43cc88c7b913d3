"""The repository of assignments and of the reports on them."""

from collections import Counter
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, extract, select

from campaigns.assignments import tables
from campaigns.assignments.domain.assignment import Assignment
from campaigns.assignments.domain.progress import Progress
from campaigns.assignments.domain.rollup import Part
from campaigns.assignments.domain.stages import LATE, AssignmentStage, stage_of
from campaigns.assignments.messages.queries import AssignmentCounts, AssignmentList, ProgressOf
from contracts.names import Name
from shared.history import states_as_of
from shared.store import Listed, PageOf, Repository, within

ASSIGNMENT = Name("nhiệm vụ được phân công", "assignment")
EXACT = frozenset({"assignee_body", "proposing_body", "parent_id"})


class Assignments(Repository):
    """Keeps and finds assignments as they are carried out and handed down."""

    def get(self, assignment_id: str) -> Assignment:
        """Return an assignment. Raises NotFound."""
        return self._get(Assignment, assignment_id, ASSIGNMENT)

    def page(self, asked: AssignmentList) -> PageOf[Assignment]:
        """Return a page of assignments; which are overdue is judged by the day of the question."""
        table = tables.assignments
        given = asked.model_dump(include=set(EXACT), exclude_none=True)
        wanted = select(Assignment).where(*[table.c[name] == value for name, value in given.items()])
        return self._list(Assignment, table, asked, _LISTED, _at_stage(wanted, asked, self._work.today))

    def shares_of(self, parent_id: str) -> list[Assignment]:
        """Return the shares that were proposed of an assignment, in the order of their ids."""
        table = tables.assignments
        found = select(Assignment).where(table.c.parent_id == parent_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def parts(self, root_id: str, day: date) -> list[Part]:
        """Return all assignments of a tree that were proposed by a day, as they stood on it."""
        return self._as_they_stood([tables.assignments.c.root_id == root_id], day)

    def stages(self, asked: AssignmentCounts, day: date) -> Counter[AssignmentStage]:
        """Count the assignments of a unit and year by how they stood on a day."""
        c = tables.assignments.c
        given = asked.model_dump(include={"proposing_body", "duty_id"}, exclude_none=True)
        mine = [c[name] == value for name, value in given.items()]
        mine += [within(c.path, asked.unit_code), extract("year", c.proposed_on) == asked.year]
        return Counter(part.stage for part in self._as_they_stood(mine, day))

    def progress(self, assignment: Assignment, asked: ProgressOf) -> PageOf[Progress]:
        """Return a page of the reports on an assignment, which has one place."""
        table = tables.progress
        by = Listed(path=assignment.path, day=table.c.reported_on, text=table.c.search)
        wanted = select(Progress).where(table.c.assignment_id == assignment.id)
        return self._list(Progress, table, asked, by, wanted)

    def _as_they_stood(self, mine: list[ColumnElement[bool]], day: date) -> list[Part]:
        c = tables.assignments.c
        mine = [*mine, c.proposed_on <= day]
        stood = states_as_of(select(c.id).where(*mine), day)
        found = select(Assignment, stood.c.state).join(stood, stood.c.subject_id == c.id)
        return [_part(each, state, day) for each, state in self._session.execute(found.order_by(c.id))]


def _at_stage(wanted: Select[Any], asked: AssignmentList, day: date) -> Select[Any]:
    if asked.overdue_as_of:
        wanted = wanted.where(_overdue(asked.overdue_as_of))
    if asked.stage:
        wanted = wanted.where(_stands(asked.stage, day))
    return wanted


def _stands(stage: AssignmentStage, day: date) -> ColumnElement[bool]:
    state = tables.assignments.c.state
    for begun, late in LATE.items():
        if stage == late:
            return (state == begun) & _overdue(day)
    return (state == stage) & ~_overdue(day)


def _overdue(day: date) -> ColumnElement[bool]:
    c = tables.assignments.c
    return c.state.in_(LATE) & (c.due_on < day)


def _part(assignment: Assignment, state: Any, day: date) -> Part:
    return Part(
        id=assignment.id,
        parent_id=assignment.parent_id,
        assignee_body=assignment.assignee_body,
        unit_code=assignment.unit_code,
        due_on=assignment.due_on,
        stage=stage_of(state, assignment.due_on, day),
    )


_LISTED = Listed(
    path=tables.assignments.c.path,
    day=tables.assignments.c.proposed_on,
    state=tables.assignments.c.answer,
)
