"""The plans of one unit of work."""

from sqlalchemy import exists, select

from contracts.names import Name
from shared.store import Listed, PageOf, Repository
from supervision.plans.domain.plan import Plan
from supervision.plans.messages import PlanList
from supervision.plans.tables import plans

BY = Listed(path=plans.c.path, day=plans.c.proposed_on, year=plans.c.year, state=plans.c.state)


class Plans(Repository):
    """Keeps and finds plans."""

    def get(self, plan_id: str) -> Plan:
        """Return a plan. Raises NotFound."""
        return self._get(Plan, plan_id, Name("kế hoạch giám sát", "supervision plan"))

    def has_one(self, unit_id: str, year: int) -> bool:
        """Say whether a unit already has a plan for a year."""
        of_year = exists().where(plans.c.unit_id == unit_id, plans.c.year == year)
        return bool(self._session.scalar(select(of_year)))

    def page(self, asked: PlanList) -> PageOf[Plan]:
        """Return a page of plans in the order of their proposal."""
        return self._list(Plan, plans, asked, BY)
