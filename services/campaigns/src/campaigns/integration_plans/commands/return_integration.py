"""Returning a plan to those who drew it up."""

from campaigns.integration_plans.answers import standing
from campaigns.integration_plans.guards import decider_of, decides
from campaigns.integration_plans.messages import PlanStanding, ReturnIntegration
from campaigns.integration_plans.repository import IntegrationPlans
from shared.service import command
from shared.work import Work


@command(
    ReturnIntegration,
    post="/integration-plans/{plan_id}/return",
    may=decides,
    vi="Trả lại kế hoạch lồng ghép",
    takes=["integration_plan:return"],
    checks=decider_of,
)
def return_integration(wanted: ReturnIntegration, work: Work) -> PlanStanding:
    """Return a plan to those who drew it up, with the reason.

    Raises: NotAllowed (decided-by), NotFound, WrongStep, DayBeforeLastStep.
    """
    plan = IntegrationPlans(work).get(wanted.plan_id)
    decider_of(plan, work)
    plan.return_(work.actor.body, work.today, wanted.reason)
    return standing(plan)
