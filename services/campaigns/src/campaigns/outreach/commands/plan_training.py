"""Planning a year's training."""

from campaigns.history import note
from campaigns.outreach.commands.plan_outreach import planned
from campaigns.outreach.domain.outreach import Outreach, TrainingPlan
from campaigns.outreach.guards import trains_ntm_staff
from campaigns.store.store import CampaignStore
from contracts.campaigns.outreach.commands import (
    PlanOutreach,
    PlanTraining,
    TrainingPlanned,
    TrainingSession,
)
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(PlanTraining, post="/training-plans", may=trains_ntm_staff)
def plan_training(wanted: PlanTraining, work: Work[CampaignStore]) -> TrainingPlanned:
    """Plan a year's training for the staff of the new-style rural programme (III.1.3-h).

    Each session is an outreach of its own, to be held with its attendance or cancelled with a reason;
    the plan alone is evidence of nothing.
    Raises: NotAllowed, InvalidField.
    """
    plan = TrainingPlan(work.new_id("trp"), wanted.year, wanted.title, work.actor.body, work.today, work.now)
    work.store.add(plan)
    sessions = [_session(each, index, plan, work) for index, each in enumerate(wanted.sessions)]
    work.store.add(*sessions)
    note(work, plan.id, "plan_training", "planned")
    return TrainingPlanned(plan_id=plan.id, outreach_ids=[each.id for each in sessions])


def _session(said: TrainingSession, index: int, plan: TrainingPlan, work: Work[CampaignStore]) -> Outreach:
    if said.planned_on.year != plan.year:
        field = f"sessions.{index}.planned_on"
        raise InvalidField(
            field,
            "within-year-of-plan",
            f"Lớp phải trong năm {plan.year} của kế hoạch",
            f"The session must be in {plan.year}, the plan's year",
        )
    wanted = PlanOutreach(
        kind="training", title=said.title, unit_code=said.unit_code, planned_on=said.planned_on
    )
    session = planned(wanted, work, plan.id)
    note(work, session.id, "plan_outreach", session.state)
    return session
