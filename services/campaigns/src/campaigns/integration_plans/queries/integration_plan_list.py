"""Integration plans, for those who are signed in."""

from campaigns.common.record import record
from campaigns.integration_plans.messages import (
    IntegrationPlanList,
    IntegrationPlanPage,
    IntegrationPlanRecord,
)
from campaigns.integration_plans.repository import IntegrationPlans
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(IntegrationPlanList, get="/integration-plans", may=signed_in, vi="Danh sách kế hoạch lồng ghép")
def integration_plan_list(asked: IntegrationPlanList, work: Work) -> IntegrationPlanPage:
    """List plans by unit and all below it, the year in which they run, movement, purpose and state."""
    found, after = IntegrationPlans(work).page(asked)
    items = [record(IntegrationPlanRecord, each, plan_id=each.id) for each in found]
    return IntegrationPlanPage(items=items, next_cursor=after)
