"""How commands and queries on a plan answer."""

from campaigns.common.record import record
from campaigns.integration_plans.domain.activity import Activity
from campaigns.integration_plans.domain.plan import Plan
from campaigns.integration_plans.messages import ActivityRecord, PlanStanding


def standing(plan: Plan) -> PlanStanding:
    """Say where a plan stands."""
    return PlanStanding(plan_id=plan.id, state=plan.state, guidance_id=plan.guidance_id)


def shown(activity: Activity, plan: Plan) -> ActivityRecord:
    """Show an activity of a plan."""
    return record(ActivityRecord, activity, activity_id=activity.id, movement_code=plan.movement_code)
