"""Integration plans for those who are signed in, and the activities in force for everybody."""

from campaigns.integration.domain.plan import Activity, Plan
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.integration.queries import (
    ActivityPage,
    ActivityRecord,
    IntegrationActivities,
    IntegrationPlanById,
    IntegrationPlanDetail,
    IntegrationPlanList,
    IntegrationPlanPage,
    IntegrationPlanRecord,
)
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work


@query(IntegrationPlanById, get="/integration-plans/{plan_id}", may=signed_in)
def integration_plan_by_id(asked: IntegrationPlanById, work: Work[CampaignStore]) -> IntegrationPlanDetail:
    """Show a plan with its activities. Raises NotFound."""
    plan = work.store.integration.plan(asked.plan_id)
    activities = [_activity(each, plan) for each in work.store.integration.activities_of(plan.id)]
    return record(IntegrationPlanDetail, plan, plan_id=plan.id, activities=activities)


@query(IntegrationPlanList, get="/integration-plans", may=signed_in)
def integration_plan_list(asked: IntegrationPlanList, work: Work[CampaignStore]) -> IntegrationPlanPage:
    """List plans by unit and all below it, the year in which they run, movement, purpose and state."""
    found, after = work.store.integration.plans(asked)
    items = [record(IntegrationPlanRecord, each, plan_id=each.id) for each in found]
    return IntegrationPlanPage(items=items, next_cursor=after)


@query(IntegrationActivities, get="/integration-activities", may=anyone)
def integration_activities(asked: IntegrationActivities, work: Work[CampaignStore]) -> ActivityPage:
    """List the activities of plans in force in a unit or area and all below it, by year and movement."""
    found, after = work.store.integration.activities(asked)
    plans = work.store.integration.plans_named([each.plan_id for each in found])
    items = [_activity(each, plans[each.plan_id]) for each in found]
    return ActivityPage(items=items, next_cursor=after)


def _activity(activity: Activity, plan: Plan) -> ActivityRecord:
    return record(ActivityRecord, activity, activity_id=activity.id, movement_code=plan.movement_code)
