"""Proposing the supervision plan of a year."""

from datetime import date

from contracts.errors import InvalidField
from contracts.reference import Body, Place, acting_level
from shared.service import command
from shared.work import Work
from supervision.common.supervised import check_supervised
from supervision.plans.answers import standing
from supervision.plans.domain.parties import check_consulted, check_merges_own_plan
from supervision.plans.domain.plan import Plan, PlannedTopic
from supervision.plans.guards import plans_here
from supervision.plans.messages import PlannedTopic as Wanted
from supervision.plans.messages import PlanStanding, ProposePlan
from supervision.plans.repository import Plans


@command(ProposePlan, post="/plans", may=plans_here, vi="Đề xuất kế hoạch giám sát", takes=["plan:propose"])
def propose_plan(wanted: ProposePlan, work: Work) -> PlanStanding:
    """Propose the supervision plan of a year; it binds nobody until it is agreed.

    Duties II.4a, III.1.3-d (a topic may merge the inspection plan of a state body). A unit has one plan
    a year. Raises: NotAllowed, InvalidField (unit_code, topics, consulted_bodies, year).
    """
    place = Place.on(wanted.unit_code, work.today)
    if Plans(work).has_one(place.unit_id, wanted.year):
        raise _wrong("year", "one-plan-a-year", "Năm này đã có kế hoạch", "The year already has a plan")
    _check_each_once("topics", [each.topic for each in wanted.topics])
    _check_each_once("consulted_bodies", wanted.consulted_bodies)
    plan = _plan(wanted, place, work)
    _check_bodies(wanted, plan, work.today)
    Plans(work).add(plan)
    return standing(plan)


def _plan(wanted: ProposePlan, place: Place, work: Work) -> Plan:
    plan_id = work.new_id("pln")
    return Plan(
        id=plan_id,
        year=wanted.year,
        level=acting_level(work.actor.level),
        unit_id=place.unit_id,
        unit_code=place.code,
        path=place.path,
        chair_body=work.actor.body,
        consulted_bodies=list(wanted.consulted_bodies),
        proposed_on=work.today,
        recorded_at=work.now,
        topics=[_topic(plan_id, each) for each in wanted.topics],
    )


def _topic(plan_id: str, wanted: Wanted) -> PlannedTopic:
    return PlannedTopic(
        plan_id=plan_id,
        topic=wanted.topic,
        form=wanted.form,
        target_bodies=list(wanted.target_bodies),
        proposing_body=wanted.proposing_body,
    )


def _check_bodies(wanted: ProposePlan, plan: Plan, on: date) -> None:
    if plan.chair_body in wanted.consulted_bodies:
        raise _wrong(
            "consulted_bodies", "not-oneself", "Không lấy ý kiến chính mình", "Nobody consults itself"
        )
    for index, name in enumerate(wanted.consulted_bodies):
        field = f"consulted_bodies.{index}"
        check_consulted(Body.on(name, on, field), plan.level, plan.unit_code, field)
    for index, topic in enumerate(wanted.topics):
        _check_topic(topic, plan, on, f"topics.{index}")


def _check_topic(topic: Wanted, plan: Plan, on: date, where: str) -> None:
    for index, name in enumerate(topic.target_bodies):
        field = f"{where}.target_bodies.{index}"
        check_supervised(Body.on(name, on, field), plan.level, plan.unit_code, field)
    if topic.proposing_body:
        field = f"{where}.proposing_body"
        check_merges_own_plan(Body.on(topic.proposing_body, on, field), plan.consulted_bodies, field)


def _check_each_once(field: str, given: list[str]) -> None:
    if len(set(given)) != len(given):
        raise _wrong(field, "each-once", "Không nêu trùng", "Each is named once")


def _wrong(field: str, rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField(field, rule, vi, en)
