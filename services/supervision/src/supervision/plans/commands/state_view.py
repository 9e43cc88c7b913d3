"""A consulted body's view of a plan."""

from shared.service import command
from shared.work import Work
from supervision.plans.answers import standing
from supervision.plans.domain.view import View
from supervision.plans.guards import consulted_on_it, is_consulted
from supervision.plans.messages import PlanStanding, StateView
from supervision.plans.repository import Plans


@command(
    StateView,
    post="/plans/{plan_id}/state-view",
    may=is_consulted,
    vi="Nêu ý kiến về kế hoạch giám sát",
    takes=["plan:state_view"],
    checks=consulted_on_it,
)
def state_view(wanted: StateView, work: Work) -> PlanStanding:
    """State a view of a proposed plan: agreed, or which topics overlap with one's own work, and why.

    Principle of Law Art. 25: supervision does not overlap. A later view takes the earlier one's place.
    Raises: NotAllowed (not consulted), NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    plan = Plans(work).get(wanted.plan_id)
    consulted_on_it(plan, work)
    view = _view(wanted, work)
    plan.state_view(view)
    return standing(plan)


def _view(wanted: StateView, work: Work) -> View:
    return View(
        plan_id=wanted.plan_id,
        consulted_body=work.actor.body,
        view=wanted.view,
        overlapping=list(wanted.overlapping),
        remark=wanted.remark,
        stated_on=work.today,
    )
