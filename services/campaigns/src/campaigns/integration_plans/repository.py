"""What the feature «integration_plans» keeps."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, Table, delete, select

from campaigns.guidance import tables as guidance
from campaigns.integration_plans import tables
from campaigns.integration_plans.domain.activity import Activity
from campaigns.integration_plans.domain.plan import Plan
from campaigns.integration_plans.messages import IntegrationActivities, IntegrationPlanList
from contracts.names import Name
from shared.store import Listed, PageOf, Repository

EXACT = {"movement_code", "purpose", "advising_body"}


class IntegrationPlans(Repository):
    """Keeps and finds plans that integrate a movement, and their activities."""

    def get(self, plan_id: str) -> Plan:
        """Return a plan. Raises NotFound."""
        return self._get(Plan, plan_id, Name("kế hoạch lồng ghép", "integration plan"))

    def named(self, plan_ids: Sequence[str]) -> dict[str, Plan]:
        """Return plans by their ids."""
        found = self._session.scalars(select(Plan).where(tables.plans.c.id.in_(plan_ids)))
        return {plan.id: plan for plan in found}

    def page(self, asked: IntegrationPlanList) -> PageOf[Plan]:
        """Return a page of plans, also by the year in which they run, movement, purpose and adviser."""
        table = tables.plans
        given = asked.model_dump(include=EXACT, exclude_none=True)
        wanted = select(Plan).where(*(table.c[name] == value for name, value in given.items()))
        by_day = asked.model_copy(update={"year": None})
        return self._list(Plan, table, by_day, _PLANS, _running(wanted, table, asked.year))

    def activities_of(self, plan_id: str) -> list[Activity]:
        """Return the activities of a plan in the order in which they were told."""
        table = tables.activities
        found = select(Activity).where(table.c.plan_id == plan_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def activities(self, asked: IntegrationActivities) -> PageOf[Activity]:
        """Return a page of the activities of plans whose documents are in force."""
        table, plans = tables.activities, tables.plans
        in_force = select(guidance.guidance.c.id).where(guidance.guidance.c.state == "issued")
        going = select(plans.c.id).where(plans.c.guidance_id.in_(in_force))
        if asked.movement_code:
            going = going.where(plans.c.movement_code == asked.movement_code)
        wanted = select(Activity).where(table.c.plan_id.in_(going))
        if asked.lead_body:
            wanted = wanted.where(table.c.lead_body == asked.lead_body)
        by_day = asked.model_copy(update={"year": None})
        return self._list(Activity, table, by_day, _ACTIVITIES, _running(wanted, table, asked.year))

    def forget_activities(self, plan_id: str) -> None:
        """Take the activities of a plan away, before others take their place."""
        self._session.execute(delete(Activity).where(tables.activities.c.plan_id == plan_id))


def _running(wanted: Select[Any], table: Table, year: int | None) -> Select[Any]:
    if year is None:
        return wanted
    return wanted.where(table.c.start_on <= date(year, 12, 31), table.c.end_on >= date(year, 1, 1))


_PLANS = Listed(
    path=tables.plans.c.path,
    day=tables.plans.c.advised_on,
    state=tables.plans.c.state,
    text=tables.plans.c.search,
)
_ACTIVITIES = Listed(path=tables.activities.c.path, day=tables.activities.c.start_on)
