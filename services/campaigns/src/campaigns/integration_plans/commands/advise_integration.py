"""Drawing a plan up."""

from campaigns.integration_plans.answers import standing
from campaigns.integration_plans.domain.plan import Plan, require_purpose
from campaigns.integration_plans.guards import advises_here
from campaigns.integration_plans.messages import AdviseIntegration, PlanStanding
from campaigns.integration_plans.planning import activities_of
from campaigns.integration_plans.repository import IntegrationPlans
from contracts.reference import Place
from shared.service import command
from shared.work import Work


@command(
    AdviseIntegration,
    post="/integration-plans",
    may=advises_here,
    vi="Trình kế hoạch lồng ghép",
    takes=["integration_plan:advise"],
)
def advise_integration(wanted: AdviseIntegration, work: Work) -> PlanStanding:
    """Draw up a plan for one of the four movements and lay it before the body that decides.

    Duties II.1b-a to II.1b-d (and III.1.5-a for a quality plan) begin here; the decision is evidence.
    Raises: NotAllowed, InvalidField (purpose, days, an activity's unit, days or bodies).
    """
    require_purpose(wanted.purpose, wanted.movement_code, work.actor.functions)
    plan = _plan(wanted, work)
    plan.require_activities(wanted.activities, work.today)
    IntegrationPlans(work).add(plan)
    IntegrationPlans(work).add(*activities_of(plan, wanted.activities, work))
    return standing(plan)


def _plan(wanted: AdviseIntegration, work: Work) -> Plan:
    return Plan(
        id=work.new_id("ipl"),
        movement_code=wanted.movement_code,
        purpose=wanted.purpose,
        title=wanted.title,
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        start_on=wanted.start_on,
        end_on=wanted.end_on,
        advising_body=work.actor.body,
        advised_on=work.today,
        recorded_at=work.now,
    )
