"""What the feature «outreach» keeps."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import extract, func, select

from campaigns.outreach import tables
from campaigns.outreach.domain.outreach import Guest, Outreach, TrainingPlan
from campaigns.outreach.messages import OutreachList
from contracts.campaigns.outreach import LinkedProgramme, OutreachKind
from contracts.names import Name
from shared.store import Listed, PageOf, Repository, within


class Counted(NamedTuple):
    """What was held of one kind and programme."""

    kind: OutreachKind
    linked_programme: LinkedProgramme | None
    held: int
    participants: int
    enrolled: int
    minutes: int


class Outreaches(Repository):
    """Keeps and finds outreach, who takes part in it, and plans of training."""

    def get(self, outreach_id: str) -> Outreach:
        """Return an outreach. Raises NotFound."""
        return self._get(Outreach, outreach_id, Name("hoạt động tuyên truyền, vận động", "outreach"))

    def plan(self, plan_id: str) -> TrainingPlan:
        """Return a plan of training. Raises NotFound."""
        return self._get(TrainingPlan, plan_id, Name("kế hoạch đào tạo, bồi dưỡng", "training plan"))

    def guests(self, outreach_id: str) -> list[Guest]:
        """Return the bodies that joined an outreach, in the order in which they joined."""
        table = tables.guests
        wanted = select(Guest).where(table.c.outreach_id == outreach_id).order_by(table.c.id)
        return list(self._session.scalars(wanted))

    def sessions(self, plan_id: str) -> list[Outreach]:
        """Return the sessions of a plan, in their order."""
        table = tables.outreach
        wanted = select(Outreach).where(table.c.plan_id == plan_id).order_by(table.c.id)
        return list(self._session.scalars(wanted))

    def page(self, asked: OutreachList) -> PageOf[Outreach]:
        """Return a page of outreach; years and days are those for which it was planned."""
        table = tables.outreach
        given = asked.model_dump(include={"kind", "linked_programme"}, exclude_none=True)
        wanted = select(Outreach).where(*(table.c[name] == value for name, value in given.items()))
        by = Listed(path=table.c.path, day=table.c.planned_on, state=table.c.state, text=table.c.search)
        return self._list(Outreach, table, asked, by, wanted)

    def counts(self, unit_code: str, year: int, on: date) -> list[Counted]:
        """Sum up what was held in a unit in a year by a day, by kind and programme."""
        c = tables.outreach.c
        of = (c.kind, c.linked_programme)
        sums = (func.coalesce(func.sum(each), 0) for each in (c.participants, c.enrolled, c.duration_minutes))
        wanted = select(*of, func.count(), *sums).where(
            c.held_on <= on, extract("year", c.held_on) == year, within(c.path, unit_code)
        )
        return [Counted(*row) for row in self._session.execute(wanted.group_by(*of).order_by(*of))]
