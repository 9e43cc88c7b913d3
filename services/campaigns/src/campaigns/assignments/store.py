"""What the room «assignments» keeps and finds."""

from collections import Counter
from datetime import date

from sqlalchemy import ColumnElement, Select, extract, func, select

from campaigns.assignments import tables
from campaigns.assignments.domain.progress import Progress
from campaigns.assignments.domain.rollup import Part
from campaigns.domain.responsibility import UNDER_WAY, Assignment, stage_of
from campaigns.store import tables as core
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns.assignments.queries import AssignmentCounts, ProgressOf
from contracts.campaigns.queries import AssignmentList

EXACT = ("assignee", "proposed_by", "parent_id")


class AssignmentsStore(Repository):
    """Keeps and finds responsibilities as they are carried out and handed down."""

    def page(self, asked: AssignmentList, day: date) -> PageOf[Assignment]:
        """Return a page of responsibilities; which are overdue is judged by a day."""
        table = core.assignments
        wanted = select(Assignment).where(*_place_and_year(asked.unit_code, asked.year))
        given = asked.model_dump(include=set(EXACT), exclude_none=True)
        wanted = wanted.where(*[table.c[name] == value for name, value in given.items()])
        return self._page(_at_stage(_answered(wanted, asked), asked, day), table, asked)

    def shares_of(self, parent_id: str) -> list[Assignment]:
        """Return the shares that were proposed of a responsibility, in the order of their ids."""
        table = core.assignments
        found = select(Assignment).where(table.c.parent_id == parent_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def parts(self, root_id: str, day: date) -> list[Part]:
        """Return all responsibilities of a tree that were proposed by a day, as they stood on it."""
        return self._as_they_stood([core.assignments.c.root_id == root_id], day)

    def stages(self, asked: AssignmentCounts, day: date) -> Counter[str]:
        """Count the responsibilities of a unit and year by how they stood on a day."""
        given = asked.model_dump(include={"proposed_by", "duty_id"}, exclude_none=True)
        mine = [core.assignments.c[name] == value for name, value in given.items()]
        mine += _place_and_year(asked.unit_code, asked.year)
        return Counter(part.stage for part in self._as_they_stood(mine, day))

    def progress(self, asked: ProgressOf) -> PageOf[Progress]:
        """Return a page of the reports on a responsibility."""
        table = tables.progress
        return self._page(select(Progress).where(table.c.assignment_id == asked.assignment_id), table, asked)

    def _as_they_stood(self, mine: list[ColumnElement[bool]], day: date) -> list[Part]:
        table = core.assignments
        mine = [*mine, table.c.proposed_on <= day]
        states = self._states(select(table.c.id).where(*mine), day)
        found = self._session.scalars(select(Assignment).where(*mine).order_by(table.c.id))
        return [_part(each, states.get(each.id, each.state), day) for each in found]

    def _states(self, ids: Select[tuple[str]], day: date) -> dict[str, str]:
        # The history holds every step with its day, so the last one up to the day tells the state then.
        table = core.history
        last = select(func.max(table.c.id)).where(table.c.object_id.in_(ids), table.c.on <= day)
        steps = select(table.c.object_id, table.c.state).where(
            table.c.id.in_(last.group_by(table.c.object_id))
        )
        return {row.object_id: row.state for row in self._session.execute(steps)}


def _place_and_year(unit_code: str | None, year: int | None) -> list[ColumnElement[bool]]:
    table, found = core.assignments, []
    if unit_code:
        found.append(table.c.path.contains(f"/{unit_code}/", autoescape=True))
    if year:
        found.append(extract("year", table.c.proposed_on) == year)
    return found


def _answered(wanted: Select[Assignment], asked: AssignmentList) -> Select[Assignment]:
    if asked.state is None:
        return wanted
    answer = core.assignments.c.answer
    return wanted.where(answer.is_(None) if asked.state == "proposed" else answer == asked.state)


def _at_stage(wanted: Select[Assignment], asked: AssignmentList, day: date) -> Select[Assignment]:
    if asked.overdue_as_of:
        wanted = wanted.where(_overdue(asked.overdue_as_of))
    if asked.stage == "overdue":
        return wanted.where(_overdue(day))
    if asked.stage:
        wanted = wanted.where(core.assignments.c.state == asked.stage, ~_overdue(day))
    return wanted


def _overdue(day: date) -> ColumnElement[bool]:
    table = core.assignments
    return table.c.state.in_(UNDER_WAY) & (table.c.due_on < day)


def _part(assignment: Assignment, state: str, day: date) -> Part:
    return Part(
        id=assignment.id,
        parent_id=assignment.parent_id,
        assignee=assignment.assignee,
        unit_code=assignment.unit_code,
        due_on=assignment.due_on,
        stage=stage_of(state, assignment.due_on, day),
    )
