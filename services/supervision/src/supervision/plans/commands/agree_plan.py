"""Agreeing the supervision plan of a year."""

from contracts.reference import agencies
from contracts.supervision.plans import PlanAgreed
from shared.service import command
from shared.work import Work
from supervision.plans.answers import standing
from supervision.plans.domain.parties import COORDINATOR
from supervision.plans.domain.plan import MERGED_PLAN, USE_OF_RESOURCES, Plan
from supervision.plans.guards import chair_of_it, leads_plans
from supervision.plans.messages import AgreePlan, PlanStanding
from supervision.plans.repository import Plans


@command(
    AgreePlan,
    post="/plans/{plan_id}/agree",
    may=leads_plans,
    vi="Thống nhất ban hành kế hoạch giám sát",
    duties=(USE_OF_RESOURCES, "II.4a-a", "II.4a-d", MERGED_PLAN),
    takes=["plan:agree"],
    checks=chair_of_it,
)
def agree_plan(wanted: AgreePlan, work: Work) -> PlanStanding:
    """Agree a plan, once everybody who was consulted has been heard and no overlap is open.

    Duties II.4a-a and II.4a-d by its topics, I.1-c, and III.1.3-d where it merges the coordination
    office's plan. Raises: NotAllowed (not the chair), NotFound, WrongStep, DayBeforeLastStep, NotHarmonised.
    """
    plan = Plans(work).get(wanted.plan_id)
    chair_of_it(plan, work)
    plan.agree(wanted.doc_number, work.today)
    work.emit(_event(plan, work), duties=plan.duties(merges_coordinator=_merges_coordinator(plan, work)))
    return standing(plan)


def _merges_coordinator(plan: Plan, work: Work) -> bool:
    coordinators = {each.code for each in agencies().holding(COORDINATOR, work.today)}
    return any(topic.proposing_body in coordinators for topic in plan.topics)


def _event(plan: Plan, work: Work) -> PlanAgreed:
    return PlanAgreed(
        plan_id=plan.id,
        year=plan.year,
        level=plan.level,
        chair_body=plan.chair_body,
        unit_code=plan.unit_code,
        topics=list[str](plan.topic_codes),
        consulted_bodies=plan.consulted_bodies,
        issued_on=work.today,
    )
