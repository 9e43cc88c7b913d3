"""Planning a year's training."""

from campaigns.outreach.domain.outreach import Outreach, TrainingPlan
from campaigns.outreach.guards import trains_ntm_staff
from campaigns.outreach.messages import PlanOutreach, PlanTraining, TrainingPlanned, TrainingSession
from campaigns.outreach.planning import planned
from campaigns.outreach.repository import Outreaches
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(
    PlanTraining,
    post="/training-plans",
    may=trains_ntm_staff,
    vi="Lập kế hoạch đào tạo, bồi dưỡng cán bộ",
    takes=["outreach:plan"],
)
def plan_training(wanted: PlanTraining, work: Work) -> TrainingPlanned:
    """Plan a year's training for the staff of the new-style rural programme (III.1.3-h).

    Each session is an outreach of its own, to be held with its attendance or cancelled with a reason;
    the plan alone is evidence of nothing.
    Raises: NotAllowed, InvalidField.
    """
    plan = TrainingPlan(work.new_id("trp"), wanted.year, wanted.title, work.actor.body, work.today, work.now)
    sessions = [_session(each, index, plan, work) for index, each in enumerate(wanted.sessions)]
    Outreaches(work).add(plan)
    Outreaches(work).add(*sessions)
    return TrainingPlanned(plan_id=plan.id, outreach_ids=[each.id for each in sessions])


def _session(said: TrainingSession, index: int, plan: TrainingPlan, work: Work) -> Outreach:
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
    return planned(wanted, work, plan.id)
