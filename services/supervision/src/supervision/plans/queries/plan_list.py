"""The list of plans, open to everyone."""

from shared.authority import anyone
from shared.service import query
from shared.work import Work
from supervision.plans.answers import row
from supervision.plans.messages import PlanList, PlanPage
from supervision.plans.repository import Plans


@query(PlanList, get="/plans", may=anyone, vi="Danh sách kế hoạch giám sát")
def plan_list(asked: PlanList, work: Work) -> PlanPage:
    """List plans by unit (and all below it), year and state."""
    found, after = Plans(work).page(asked)
    return PlanPage(items=[row(plan) for plan in found], next_cursor=after)
