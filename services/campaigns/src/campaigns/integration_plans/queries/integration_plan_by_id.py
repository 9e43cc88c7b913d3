"""One integration plan, for those who are signed in."""

from campaigns.common.record import record
from campaigns.integration_plans.answers import shown
from campaigns.integration_plans.messages import IntegrationPlanById, IntegrationPlanDetail
from campaigns.integration_plans.repository import IntegrationPlans
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(IntegrationPlanById, get="/integration-plans/{plan_id}", may=signed_in, vi="Kế hoạch lồng ghép")
def integration_plan_by_id(asked: IntegrationPlanById, work: Work) -> IntegrationPlanDetail:
    """Show a plan with its activities. Raises NotFound."""
    plan = IntegrationPlans(work).get(asked.plan_id)
    activities = [shown(each, plan) for each in IntegrationPlans(work).activities_of(plan.id)]
    return record(IntegrationPlanDetail, plan, plan_id=plan.id, activities=activities)
