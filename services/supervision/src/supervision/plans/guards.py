"""Who may plan, be consulted and agree (permission list of the programme's design, §2.3)."""

from contracts.errors import NotAllowed
from contracts.reference import is_unit
from shared.authority import function, own_unit, same_level, side
from shared.work import Work
from supervision.plans.domain.parties import CONSULTED, FRONT
from supervision.plans.domain.plan import Plan

plans_here = side("front") & function(*FRONT) & own_unit() & same_level()
leads_plans = side("front") & function(*FRONT)
is_consulted = function(*CONSULTED)


def of_its_level(plan: Plan, work: Work) -> None:
    """The acting body is of the plan's own level and unit. Raises NotAllowed."""
    actor = work.actor
    if actor.level != plan.level or not is_unit(actor.unit, plan.unit_id, work.today):
        raise NotAllowed(
            "same-level",
            "Chỉ cơ quan, tổ chức cùng cấp, cùng địa bàn được làm việc này",
            "Only a body of the plan's own level and unit may do this",
        )


def consulted_on_it(plan: Plan, work: Work) -> None:
    """The acting body is of the plan's level and was consulted. Raises NotAllowed."""
    of_its_level(plan, work)
    if work.actor.body not in plan.consulted_bodies:
        raise NotAllowed(
            "consulted-only",
            "Chỉ cơ quan được lấy ý kiến mới nêu ý kiến",
            "Only a body that was consulted states a view",
        )


def chair_of_it(plan: Plan, work: Work) -> None:
    """The acting body proposed this plan. Raises NotAllowed."""
    work.actor.require_body(plan.chair_body, "chair-only")
