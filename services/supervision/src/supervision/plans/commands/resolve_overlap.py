"""How an overlap is resolved."""

from shared.service import command
from shared.work import Work
from supervision.plans.answers import standing
from supervision.plans.guards import chair_of_it, leads_plans
from supervision.plans.messages import PlanStanding, ResolveOverlap
from supervision.plans.repository import Plans


@command(
    ResolveOverlap,
    post="/plans/{plan_id}/resolve-overlap",
    may=leads_plans,
    vi="Giải quyết trùng lặp",
    takes=["plan:resolve_overlap"],
    checks=chair_of_it,
)
def resolve_overlap(wanted: ResolveOverlap, work: Work) -> PlanStanding:
    """Say how an overlap that a consulted body named is resolved.

    Raises: NotAllowed (not the chair), NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    plan = Plans(work).get(wanted.plan_id)
    chair_of_it(plan, work)
    plan.resolve_overlap(wanted.consulted_body, wanted.note, work.today)
    return standing(plan)
