"""One plan with the views on it, for those who are signed in."""

from shared.authority import signed_in
from shared.service import query
from shared.work import Work
from supervision.plans.answers import detail
from supervision.plans.messages import PlanById, PlanDetail
from supervision.plans.repository import Plans


@query(PlanById, get="/plans/{plan_id}", may=signed_in, vi="Kế hoạch giám sát")
def plan_by_id(asked: PlanById, work: Work) -> PlanDetail:
    """Show a plan with its topics and the views on it. Raises NotFound."""
    return detail(Plans(work).get(asked.plan_id))
