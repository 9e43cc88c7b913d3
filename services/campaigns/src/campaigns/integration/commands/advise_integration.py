"""Drawing a plan up, and revising it."""

from collections.abc import Sequence

from campaigns.history import note
from campaigns.integration.domain.plan import ADVISERS, Activity, Plan, require_purpose
from campaigns.store.store import CampaignStore
from contracts.campaigns.integration.commands import AdviseIntegration, PlanStanding, ReviseIntegration
from contracts.campaigns.integration.values import PlannedActivity
from contracts.reference.places import Place
from shared.authority import function, level, own_unit_or_below, side
from shared.service import command
from shared.work import Work

advises = side("state") & level("T") & function(*ADVISERS)


@command(AdviseIntegration, post="/integration-plans", may=advises & own_unit_or_below("unit_code"))
def advise_integration(wanted: AdviseIntegration, work: Work[CampaignStore]) -> PlanStanding:
    """Draw up a plan for one of the four movements and lay it before the body that decides.

    Duties II.1b-a to II.1b-d (and III.1.5-a for a quality plan) begin here; the decision is evidence.
    Raises: NotAllowed, InvalidField (purpose, days, an activity's unit, days or bodies).
    """
    require_purpose(wanted.purpose, wanted.movement_code, work.actor.functions)
    plan = _plan(wanted, work)
    plan.require_activities(wanted.activities, work.today)
    work.store.add(plan)
    work.store.add(*_activities(plan, wanted.activities, work))
    note(work, plan.id, "advise_integration", plan.state)
    return PlanStanding.model_validate({"plan_id": plan.id, "state": plan.state})


@command(ReviseIntegration, post="/integration-plans/{plan_id}/revise", may=advises)
def revise_integration(wanted: ReviseIntegration, work: Work[CampaignStore]) -> PlanStanding:
    """Lay a returned plan before the deciding body again; the activities take the place of the old ones.

    Raises: NotAllowed (adviser-only), NotFound, WrongStep, InvalidField.
    """
    plan = work.store.integration.plan(wanted.plan_id)
    plan.revise(work.actor.body, work.today)
    plan.require_activities(wanted.activities, work.today)
    work.store.integration.forget_activities(plan.id)
    work.store.add(*_activities(plan, wanted.activities, work))
    note(work, plan.id, "revise_integration", plan.state)
    return PlanStanding.model_validate({"plan_id": plan.id, "state": plan.state})


def _plan(wanted: AdviseIntegration, work: Work[CampaignStore]) -> Plan:
    return Plan(
        id=work.new_id("ipl"),
        movement_code=wanted.movement_code,
        purpose=wanted.purpose,
        title=wanted.title,
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        start_on=wanted.start_on,
        end_on=wanted.end_on,
        advised_by=work.actor.body,
        advised_on=work.today,
        stands_since=work.today,
        recorded_at=work.now,
    )


def _activities(plan: Plan, planned: Sequence[PlannedActivity], work: Work[CampaignStore]) -> list[Activity]:
    return [
        Activity(
            id=work.new_id("iac"),
            plan_id=plan.id,
            path=Place.on(each.unit_code, work.today, f"activities.{index}.unit_code").path,
            **each.model_dump(),
        )
        for index, each in enumerate(planned)
    ]
