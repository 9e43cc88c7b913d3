"""How an overlap is resolved."""

from contracts.supervision.commands import PlanStanding, ResolveOverlap
from shared.service import command
from shared.work import Work
from supervision.commands.standing import standing_of_plan
from supervision.parties import leads_plans, require_chair
from supervision.store.store import SupervisionStore


@command(ResolveOverlap, post="/plans/{plan_id}/resolve-overlap", may=leads_plans)
def resolve_overlap(wanted: ResolveOverlap, work: Work[SupervisionStore]) -> PlanStanding:
    """Say how an overlap that a consulted body named is resolved.

    Raises: NotAllowed (not the chair), NotFound, WrongStep, InvalidField (body).
    """
    plan = work.store.plan(wanted.plan_id, lock=True)
    require_chair(plan, work)
    plan.resolve_overlap(wanted.body, wanted.note, work.today)
    return standing_of_plan(plan)
