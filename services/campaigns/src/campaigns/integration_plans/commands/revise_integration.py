"""Revising a plan that was returned."""

from campaigns.integration_plans.answers import standing
from campaigns.integration_plans.guards import advises, own_plan
from campaigns.integration_plans.messages import PlanStanding, ReviseIntegration
from campaigns.integration_plans.planning import activities_of
from campaigns.integration_plans.repository import IntegrationPlans
from shared.service import command
from shared.work import Work


@command(
    ReviseIntegration,
    post="/integration-plans/{plan_id}/revise",
    may=advises,
    vi="Sửa đổi, trình lại kế hoạch lồng ghép",
    takes=["integration_plan:revise"],
    checks=own_plan,
)
def revise_integration(wanted: ReviseIntegration, work: Work) -> PlanStanding:
    """Lay a returned plan before the deciding body again; the activities take the place of the old ones.

    Raises: NotAllowed (adviser-only), NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    plan = IntegrationPlans(work).get(wanted.plan_id)
    own_plan(plan, work)
    plan.revise(work.today)
    plan.require_activities(wanted.activities, work.today)
    IntegrationPlans(work).forget_activities(plan.id)
    IntegrationPlans(work).add(*activities_of(plan, wanted.activities, work))
    return standing(plan)
