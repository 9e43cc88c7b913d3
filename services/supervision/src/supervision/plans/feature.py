"""Plans: proposed by the Front, harmonised between both sides, agreed."""

from contracts.supervision.plans import PlanAgreed
from shared.service import Feature, Subject
from supervision.plans.commands.agree_plan import agree_plan
from supervision.plans.commands.propose_plan import propose_plan
from supervision.plans.commands.resolve_overlap import resolve_overlap
from supervision.plans.commands.state_view import state_view
from supervision.plans.domain.plan import LIFECYCLE, Plan
from supervision.plans.queries.plan_by_id import plan_by_id
from supervision.plans.queries.plan_list import plan_list

plans = Feature(
    commands=[propose_plan, state_view, resolve_overlap, agree_plan],
    queries=[plan_list, plan_by_id],
    events=[PlanAgreed],
    subjects=[Subject("pln", Plan, LIFECYCLE)],
)
