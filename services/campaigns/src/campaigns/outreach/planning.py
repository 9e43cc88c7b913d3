"""Making an outreach as it is planned, alone or as a session of training."""

from campaigns.common.domain.lists import distinct
from campaigns.outreach.domain.outreach import Outreach
from campaigns.outreach.messages import PlanOutreach
from contracts.reference import Place
from shared.work import Work


def planned(wanted: PlanOutreach, work: Work, plan_id: str | None = None) -> Outreach:
    """Make an outreach of the acting body as it is planned. Raises InvalidField."""
    return Outreach(
        id=work.new_id("out"),
        kind=wanted.kind,
        title=wanted.title,
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        linked_programme=wanted.linked_programme,
        content_codes=distinct(list(wanted.content_codes), "content_codes"),
        movement_code=wanted.movement_code,
        holder_body=work.actor.body,
        invited_bodies=distinct(list(wanted.invited_bodies), "invited_bodies"),
        plan_id=plan_id,
        planned_on=wanted.planned_on,
        made_on=work.today,
        recorded_at=work.now,
    )
