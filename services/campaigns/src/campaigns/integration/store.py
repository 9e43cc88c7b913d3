"""What the room «integration» keeps and finds."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select

from campaigns.integration import tables
from campaigns.integration.domain.plan import Activity, Plan
from campaigns.store import tables as core
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns.integration import queries

EXACT = ("movement_code", "purpose", "state", "advised_by")


class IntegrationStore(Repository):
    """Keeps and finds plans that integrate a movement, and their activities."""

    def plan(self, plan_id: str) -> Plan:
        """Return a plan. Raises NotFound."""
        return self._get(Plan, plan_id, "integration plan")

    def plans(self, asked: queries.IntegrationPlanList) -> PageOf[Plan]:
        """Return a page of plans by unit, year, movement, purpose, state and adviser."""
        table = tables.plans
        given = asked.model_dump(include=set(EXACT), exclude_none=True)
        wanted = select(Plan).where(*[table.c[name] == value for name, value in given.items()])
        return self._page(wanted.where(*_place_and_year(table, asked)), table, asked)

    def plans_named(self, plan_ids: Sequence[str]) -> dict[str, Plan]:
        """Return plans by their ids."""
        found = self._session.scalars(select(Plan).where(tables.plans.c.id.in_(plan_ids)))
        return {plan.id: plan for plan in found}

    def activities_of(self, plan_id: str) -> list[Activity]:
        """Return the activities of a plan in the order in which they were told."""
        table = tables.activities
        found = select(Activity).where(table.c.plan_id == plan_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def activities(self, asked: queries.IntegrationActivities) -> PageOf[Activity]:
        """Return a page of the activities of plans whose documents are in force."""
        table, plans = tables.activities, tables.plans
        in_force = select(core.guidance.c.id).where(core.guidance.c.state == "issued")
        running = select(plans.c.id).where(plans.c.guidance_id.in_(in_force))
        if asked.movement_code:
            running = running.where(plans.c.movement_code == asked.movement_code)
        wanted = select(Activity).where(table.c.plan_id.in_(running), *_place_and_year(table, asked))
        if asked.lead_org:
            wanted = wanted.where(table.c.lead_org == asked.lead_org)
        return self._page(wanted, table, asked)

    def forget_activities(self, plan_id: str) -> None:
        """Take the activities of a plan away, before others take their place."""
        self._session.execute(delete(Activity).where(tables.activities.c.plan_id == plan_id))


def _place_and_year(
    table: Table, asked: queries.IntegrationPlanList | queries.IntegrationActivities
) -> list[ColumnElement[Any]]:
    found: list[ColumnElement[Any]] = []
    if asked.unit_code:
        found.append(table.c.path.contains(f"/{asked.unit_code}/", autoescape=True))
    if asked.year:
        found.append(table.c.start_on <= date(asked.year, 12, 31))
        found.append(table.c.end_on >= date(asked.year, 1, 1))
    return found
