"""A consulted body's view of a plan."""

from contracts.supervision.commands import PlanStanding, StateView
from shared.service import command
from shared.work import Work
from supervision.commands.standing import standing_of_plan
from supervision.domain.plan import View
from supervision.parties import is_consulted, require_same_level
from supervision.store.store import SupervisionStore


@command(StateView, post="/plans/{plan_id}/state-view", may=is_consulted)
def state_view(wanted: StateView, work: Work[SupervisionStore]) -> PlanStanding:
    """State a view of a proposed plan: agreed, or which topics overlap with one's own work, and why.

    Principle of Law Art. 25: supervision does not overlap. A later view takes the earlier one's place.
    Raises: NotAllowed (not consulted), NotFound, WrongStep, InvalidField.
    """
    plan = work.store.plan(wanted.plan_id, lock=True)
    require_same_level(plan, work)
    plan.state_view(
        View(
            plan_id=plan.id,
            body=work.actor.body,
            view=wanted.view,
            overlapping=list(wanted.overlapping),
            remark=wanted.remark,
            stated_on=work.today,
        )
    )
    return standing_of_plan(plan)
