"""A plan of training, for those who are signed in."""

from campaigns.common.record import record
from campaigns.outreach.answers import shown
from campaigns.outreach.messages import TrainingPlanById, TrainingPlanRecord
from campaigns.outreach.repository import Outreaches
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(
    TrainingPlanById,
    get="/training-plans/{plan_id}",
    may=signed_in,
    vi="Kế hoạch đào tạo, bồi dưỡng cán bộ",
)
def training_plan_by_id(asked: TrainingPlanById, work: Work) -> TrainingPlanRecord:
    """Show a plan of training with its sessions and their attendance. Raises NotFound."""
    plan = Outreaches(work).plan(asked.plan_id)
    sessions = Outreaches(work).sessions(plan.id)
    return record(
        TrainingPlanRecord,
        plan,
        plan_id=plan.id,
        sessions=[shown(each) for each in sessions],
        sessions_held=sum(each.state == "held" for each in sessions),
        attendance=sum(each.participants or 0 for each in sessions),
    )
