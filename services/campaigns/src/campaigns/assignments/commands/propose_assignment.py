"""Proposing an assignment to a member."""

from campaigns.assignments.answers import standing
from campaigns.assignments.domain.assignment import Assignment
from campaigns.assignments.messages.commands import AssignmentStanding, ProposeAssignment
from campaigns.assignments.repository import Assignments
from campaigns.campaigns.repository import Campaigns
from campaigns.common.guards import leads_campaigns
from campaigns.consultations.domain.consultation import Consultation
from campaigns.consultations.guards import chair_of
from campaigns.consultations.repository import Consultations
from contracts.reference import Body, Place
from shared.authority import own_unit_or_below
from shared.service import command
from shared.work import Work


@command(
    ProposeAssignment,
    post="/assignments",
    may=leads_campaigns & own_unit_or_below("unit_code"),
    vi="Đề xuất phân công nhiệm vụ",
    takes=["consultation:propose_assignment", "assignment:propose"],
    checks=chair_of,
)
def propose_assignment(wanted: ProposeAssignment, work: Work) -> AssignmentStanding:
    """Propose an assignment to a member that took part in a concluded consultation.

    Duties II.1a-a and II.3a-a begin here; the member's agreement alone is evidence of them, since
    the Front does not command its members (hiệp thương). It counts as consulted, since the minutes exist.
    Raises: NotAllowed (not the chair), NotFound, WrongStep (no minutes yet), InvalidField.
    """
    consultation = Consultations(work).get(wanted.consultation_id)
    _require_basis(consultation, wanted, work)
    assignment = _assignment(wanted, work)
    assignment.consult(str(consultation.minutes_ref), work.today)
    Assignments(work).add(assignment)
    return standing(assignment)


def _require_basis(consultation: Consultation, wanted: ProposeAssignment, work: Work) -> None:
    chair_of(consultation, work)
    consultation.require_concluded(work.today)
    consultation.require_consulted(wanted.assignee_body)
    Body.on(wanted.assignee_body, work.today, "assignee_body")
    if wanted.content_code:
        campaign = Campaigns(work).get(consultation.campaign_id)
        campaign.require_contents([wanted.content_code], "content_code")


def _assignment(wanted: ProposeAssignment, work: Work) -> Assignment:
    assignment_id = work.new_id("asg")
    return Assignment(
        id=assignment_id,
        root_id=assignment_id,
        consultation_id=wanted.consultation_id,
        proposing_body=work.actor.body,
        assignee_body=wanted.assignee_body,
        kind=wanted.kind,
        content_code=wanted.content_code,
        duty_id=wanted.duty_id,
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        due_on=wanted.due_on,
        proposed_on=work.today,
        recorded_at=work.now,
    )
