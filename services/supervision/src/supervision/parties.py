"""Guards that several commands share (permission list of the programme's design, §2.3)."""

from contracts.errors import NotAllowed
from contracts.reference import is_unit
from shared.authority import function, own_unit, same_level, side
from shared.work import Work
from supervision.domain.parties import CONSULTED, FRONT, SUPERVISED, SUPERVISORS
from supervision.domain.plan import Plan
from supervision.store.store import SupervisionStore

plans_here = side("front") & function(*FRONT) & own_unit() & same_level()
leads_plans = side("front") & function(*FRONT)
supervises = side("front") & function(*SUPERVISORS)
is_consulted = function(*CONSULTED)
is_supervised = side("state") & function(*SUPERVISED)


def require_same_level(plan: Plan, work: Work[SupervisionStore]) -> None:
    """The acting body is of the plan's own level and unit. Raises NotAllowed."""
    actor = work.actor
    if actor.level != plan.level or not is_unit(actor.unit, plan.unit_id, work.today):
        raise NotAllowed(
            "same-level",
            "Chỉ cơ quan, tổ chức cùng cấp, cùng địa bàn được làm việc này",
            "Only a body of the plan's own level and unit may do this",
        )


def require_chair(plan: Plan, work: Work[SupervisionStore]) -> None:
    """The acting body proposed this plan. Raises NotAllowed."""
    if work.actor.body != plan.chair_org:
        raise NotAllowed(
            "chair-only",
            "Chỉ cơ quan chủ trì kế hoạch được làm việc này",
            "Only the body that proposed the plan may do this",
        )
