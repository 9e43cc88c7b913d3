"""Outreach, for those who are signed in; its counts, for everyone."""

from campaigns.outreach.domain.outreach import Outreach
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.outreach.queries import (
    Invitation,
    OutreachById,
    OutreachCount,
    OutreachCounts,
    OutreachCountsAnswer,
    OutreachDetail,
    OutreachList,
    OutreachPage,
    OutreachRecord,
    TrainingPlanById,
    TrainingPlanRecord,
)
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work


@query(OutreachById, get="/outreach/{outreach_id}", may=signed_in)
def outreach_by_id(asked: OutreachById, work: Work[CampaignStore]) -> OutreachDetail:
    """Show an outreach and the bodies invited to it. Raises NotFound."""
    found = work.store.outreach.outreach(asked.outreach_id)
    guests = work.store.outreach.guests(found.id)
    invitations = [Invitation.model_validate(each, from_attributes=True) for each in guests]
    return record(OutreachDetail, found, outreach_id=found.id, invitations=invitations)


@query(OutreachList, get="/outreach", may=signed_in)
def outreach_list(asked: OutreachList, work: Work[CampaignStore]) -> OutreachPage:
    """List outreach by unit and all below it, kind, linked programme, state and year."""
    found, after = work.store.outreach.page(asked)
    return OutreachPage(items=[_shown(each) for each in found], next_cursor=after)


@query(OutreachCounts, get="/outreach-counts", may=anyone)
def outreach_counts(asked: OutreachCounts, work: Work[CampaignStore]) -> OutreachCountsAnswer:
    """Count the outreach held in a unit and all below it in a year, by the day of `as_of` (VD-04)."""
    counted = work.store.outreach.counts(asked.unit_code, asked.year, work.today)
    return OutreachCountsAnswer(
        unit_code=asked.unit_code,
        year=asked.year,
        on=work.today,
        counts=[OutreachCount.model_validate(each._asdict()) for each in counted],
    )


@query(TrainingPlanById, get="/training-plans/{plan_id}", may=signed_in)
def training_plan_by_id(asked: TrainingPlanById, work: Work[CampaignStore]) -> TrainingPlanRecord:
    """Show a plan of training with its sessions and their attendance. Raises NotFound."""
    plan = work.store.outreach.plan(asked.plan_id)
    sessions = work.store.outreach.sessions(plan.id)
    return record(
        TrainingPlanRecord,
        plan,
        plan_id=plan.id,
        sessions=[_shown(each) for each in sessions],
        sessions_held=sum(each.state == "held" for each in sessions),
        attendance=sum(each.participants or 0 for each in sessions),
    )


def _shown(outreach: Outreach) -> OutreachRecord:
    return record(OutreachRecord, outreach, outreach_id=outreach.id)
