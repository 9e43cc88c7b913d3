"""Proposing a responsibility to a member."""

from campaigns.domain.bodies import resolve
from campaigns.domain.responsibility import Assignment
from campaigns.guards import leads_campaigns
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import AssignmentStanding, ProposeResponsibility
from contracts.reference.places import Place
from shared.authority import own_unit_or_below
from shared.service import command
from shared.work import Work


@command(
    ProposeResponsibility,
    post="/assignments",
    may=leads_campaigns & own_unit_or_below("unit_code"),
)
def propose_responsibility(wanted: ProposeResponsibility, work: Work[CampaignStore]) -> AssignmentStanding:
    """Propose a responsibility to a member that took part in a concluded consultation.

    Duties II.1a-a and II.3a-a begin here; the member's agreement alone is evidence of them, since
    the Front does not command its members (hiệp thương). It counts as consulted, since the minutes exist.
    Raises: NotAllowed (not the chair), NotFound, WrongStep (no minutes yet), InvalidField.
    """
    consultation = work.store.consultation(wanted.consultation_id)
    consultation.require_chair(work.actor.body)
    consultation.require_concluded()
    consultation.require_consulted(wanted.assignee)
    resolve(wanted.assignee, work.today, "assignee")
    campaign = work.store.campaign(consultation.campaign_id)
    if wanted.content_code:
        campaign.require_contents([wanted.content_code], "content_code")
    assignment = _assignment(wanted, work)
    assignment.consult(work.actor.body, str(consultation.minutes_ref), work.today)
    work.store.add(assignment)
    note(work, assignment.id, "propose_responsibility", assignment.state)
    return AssignmentStanding(assignment_id=assignment.id, state=assignment.state)


def _assignment(wanted: ProposeResponsibility, work: Work[CampaignStore]) -> Assignment:
    assignment_id = work.new_id("asg")
    return Assignment(
        id=assignment_id,
        root_id=assignment_id,
        consultation_id=wanted.consultation_id,
        proposed_by=work.actor.body,
        assignee=wanted.assignee,
        kind=wanted.kind,
        content_code=wanted.content_code,
        duty_id=wanted.duty_id,
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        due_on=wanted.due_on,
        proposed_on=work.today,
        stands_since=work.today,
        recorded_at=work.now,
    )
