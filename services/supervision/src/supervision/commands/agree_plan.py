"""Agreeing the supervision plan of a year."""

from contracts.reference import agencies
from contracts.supervision.commands import AgreePlan, PlanStanding
from contracts.supervision.events import PlanAgreed
from shared.service import command
from shared.work import Work
from supervision.commands.standing import standing_of_plan
from supervision.domain.parties import COORDINATOR
from supervision.domain.plan import MERGED_PLAN, USE_OF_RESOURCES, Plan
from supervision.parties import leads_plans, require_chair
from supervision.store.store import SupervisionStore


@command(
    AgreePlan,
    post="/plans/{plan_id}/agree",
    may=leads_plans,
    duties=(USE_OF_RESOURCES, "II.4a-a", "II.4a-d", MERGED_PLAN),
)
def agree_plan(wanted: AgreePlan, work: Work[SupervisionStore]) -> PlanStanding:
    """Agree a plan, once everybody who was consulted has been heard and no overlap is open.

    Duties II.4a-a and II.4a-d by its topics, I.1-c, and III.1.3-d where it merges the coordination
    office's plan. Raises: NotAllowed (not the chair), NotFound, WrongStep, NotHarmonised, InvalidField.
    """
    plan = work.store.plan(wanted.plan_id, lock=True)
    require_chair(plan, work)
    plan.agree(wanted.doc_number, work.today)
    work.emit(_event(plan), duties=plan.duties(merges_coordinator=_merges_coordinator(plan, work)))
    return standing_of_plan(plan)


def _merges_coordinator(plan: Plan, work: Work[SupervisionStore]) -> bool:
    coordinators = {each.code for each in agencies().holding(COORDINATOR, work.today)}
    return any(topic.merges in coordinators for topic in plan.topics)


def _event(plan: Plan) -> PlanAgreed:
    return PlanAgreed.model_validate(
        {
            "plan_id": plan.id,
            "year": plan.year,
            "level": plan.level,
            "chair_org": plan.chair_org,
            "unit_code": plan.unit_code,
            "topics": plan.topic_codes,
            "consulted_orgs": plan.consulted,
            "issued_on": plan.agreed_on,
        }
    )
