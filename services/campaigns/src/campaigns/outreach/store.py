"""What the room «outreach» keeps."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import extract, func, select

from campaigns.outreach import tables
from campaigns.outreach.domain.outreach import Guest, Outreach, TrainingPlan
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns.outreach import queries
from contracts.errors import NotFound


class Counted(NamedTuple):
    """What was held of one kind and programme."""

    kind: str
    linked_programme: str | None
    held: int
    participants: int
    enrolled: int
    minutes: int


class OutreachStore(Repository):
    """Keeps and finds outreach, who takes part in it, and plans of training."""

    def outreach(self, outreach_id: str) -> Outreach:
        """Return an outreach. Raises NotFound."""
        return self._get(Outreach, outreach_id, "outreach")

    def plan(self, plan_id: str) -> TrainingPlan:
        """Return a plan of training. Raises NotFound."""
        return self._get(TrainingPlan, plan_id, "training plan")

    def guests(self, outreach_id: str) -> list[Guest]:
        """Return the bodies invited to an outreach, in the order of the invitations."""
        table = tables.guests
        return list(
            self._session.scalars(
                select(Guest).where(table.c.outreach_id == outreach_id).order_by(table.c.id)
            )
        )

    def guest(self, outreach_id: str, body: str) -> Guest:
        """Return a body's invitation. Raises NotFound."""
        table = tables.guests
        wanted = select(Guest).where(table.c.outreach_id == outreach_id, table.c.body == body)
        found = self._session.scalar(wanted)
        if found is None:
            raise NotFound(what=f"invitation of {body} to", id=outreach_id)
        return found

    def sessions(self, plan_id: str) -> list[Outreach]:
        """Return the sessions of a plan, in their order."""
        table = tables.outreach
        return list(
            self._session.scalars(select(Outreach).where(table.c.plan_id == plan_id).order_by(table.c.id))
        )

    def page(self, asked: queries.OutreachList) -> PageOf[Outreach]:
        """Return a page of outreach by place, kind, programme, state and year."""
        table = tables.outreach
        given = asked.model_dump(include={"kind", "linked_programme", "state"}, exclude_none=True)
        wanted = select(Outreach).where(*(table.c[name] == value for name, value in given.items()))
        if asked.unit_code:
            wanted = wanted.where(table.c.path.contains(f"/{asked.unit_code}/", autoescape=True))
        if asked.year:
            wanted = wanted.where(extract("year", table.c.planned_on) == asked.year)
        return self._page(wanted, table, asked)

    def counts(self, unit_code: str, year: int, on: date) -> list[Counted]:
        """Sum up what was held in a unit in a year by a day, by kind and programme."""
        c = tables.outreach.c
        of = (c.kind, c.linked_programme)
        sums = (func.coalesce(func.sum(each), 0) for each in (c.participants, c.enrolled, c.duration_minutes))
        wanted = select(*of, func.count(), *sums).where(
            c.held_on <= on,
            extract("year", c.held_on) == year,
            c.path.contains(f"/{unit_code}/", autoescape=True),
        )
        return [Counted(*row) for row in self._session.execute(wanted.group_by(*of).order_by(*of))]
