"""The activities in force, for everybody."""

from campaigns.integration_plans.answers import shown
from campaigns.integration_plans.messages import ActivityPage, IntegrationActivities
from campaigns.integration_plans.repository import IntegrationPlans
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(IntegrationActivities, get="/integration-activities", may=anyone, vi="Các hoạt động lồng ghép")
def integration_activities(asked: IntegrationActivities, work: Work) -> ActivityPage:
    """List the activities of plans in force in a unit or area and all below it, by year and movement."""
    found, after = IntegrationPlans(work).activities(asked)
    plans = IntegrationPlans(work).named([each.plan_id for each in found])
    items = [shown(each, plans[each.plan_id]) for each in found]
    return ActivityPage(items=items, next_cursor=after)
