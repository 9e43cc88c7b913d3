"""Proposing the supervision plan of a year."""

from datetime import date

from contracts.errors import InvalidField
from contracts.reference import Body, Place
from contracts.supervision.commands import PlannedTopic as Wanted
from contracts.supervision.commands import PlanStanding, ProposePlan
from shared.service import command
from shared.work import Work
from supervision.commands.standing import standing_of_plan
from supervision.domain.parties import check_consulted, check_merges_own_plan, check_supervised
from supervision.domain.plan import Plan, PlannedTopic
from supervision.parties import plans_here
from supervision.store.store import SupervisionStore


@command(ProposePlan, post="/plans", may=plans_here)
def propose_plan(wanted: ProposePlan, work: Work[SupervisionStore]) -> PlanStanding:
    """Propose the supervision plan of a year; it binds nobody until it is agreed.

    Duties II.4a, III.1.3-d (a topic may merge the inspection plan of a state body). A unit has one plan
    a year. Raises: NotAllowed, InvalidField (unit_code, topics, consulted, year).
    """
    place = Place.on(wanted.unit_code, work.today)
    if work.store.has_plan(place.unit_id, wanted.year):
        raise _wrong("year", "one-plan-a-year", "Năm này đã có kế hoạch", "The year already has a plan")
    _check_each_once("topics", [each.topic for each in wanted.topics])
    _check_each_once("consulted", wanted.consulted)
    plan = _plan(wanted, place, work)
    _check_bodies(wanted, plan, work.today)
    work.store.add(plan)
    return standing_of_plan(plan)


def _plan(wanted: ProposePlan, place: Place, work: Work[SupervisionStore]) -> Plan:
    plan_id = work.new_id("pln")
    return Plan(
        id=plan_id,
        year=wanted.year,
        level=work.actor.level,
        unit_id=place.unit_id,
        unit_code=place.code,
        unit_path=place.path,
        chair_org=work.actor.body,
        consulted=list(wanted.consulted),
        proposed_on=work.today,
        last_step_on=work.today,
        recorded_at=work.now,
        topics=[_topic(plan_id, each) for each in wanted.topics],
    )


def _topic(plan_id: str, wanted: Wanted) -> PlannedTopic:
    return PlannedTopic(plan_id, wanted.topic, wanted.form, list(wanted.target_orgs), wanted.proposed_by)


def _check_bodies(wanted: ProposePlan, plan: Plan, on: date) -> None:
    if plan.chair_org in wanted.consulted:
        raise _wrong("consulted", "not-oneself", "Không lấy ý kiến chính mình", "Nobody consults itself")
    for index, name in enumerate(wanted.consulted):
        field = f"consulted.{index}"
        check_consulted(Body.on(name, on, field), plan.level, plan.unit_code, field)
    for index, topic in enumerate(wanted.topics):
        _check_topic(topic, plan, on, f"topics.{index}")


def _check_topic(topic: Wanted, plan: Plan, on: date, where: str) -> None:
    for index, name in enumerate(topic.target_orgs):
        field = f"{where}.target_orgs.{index}"
        check_supervised(Body.on(name, on, field), plan.level, plan.unit_code, field)
    if topic.proposed_by:
        field = f"{where}.proposed_by"
        check_merges_own_plan(Body.on(topic.proposed_by, on, field), field)
        if topic.proposed_by not in plan.consulted:
            raise _wrong(
                field,
                "consulted-too",
                "Cơ quan có kế hoạch được ghép phải được lấy ý kiến",
                "A body whose plan is merged must be consulted",
            )


def _check_each_once(field: str, given: list[str]) -> None:
    if len(set(given)) != len(given):
        raise _wrong(field, "each-once", "Không nêu trùng", "Each is named once")


def _wrong(field: str, rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField(field, rule, vi, en)
