"""A member's agreement to a responsibility."""

from campaigns.domain.bodies import resolve
from campaigns.domain.consultation import Consultation
from campaigns.domain.responsibility import Assignment, duties_of_agreement
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import AgreeResponsibility, AssignmentStanding
from contracts.campaigns.events import ResponsibilityAssigned
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    AgreeResponsibility,
    post="/assignments/{assignment_id}/agree",
    may=side("front"),
    duties=("II.1a-a", "II.3a-a"),
)
def agree_responsibility(wanted: AgreeResponsibility, work: Work[CampaignStore]) -> AssignmentStanding:
    """Agree to a responsibility; only its assignee can.

    Duty II.1a-a where the province's standing board proposed it; II.3a-a where it is to build a model.
    Raises: NotAllowed (not the assignee), NotFound, WrongStep, InvalidField.
    """
    assignment = work.store.assignment(wanted.assignment_id)
    assignment.agree(work.actor.body, work.today)
    consultation = work.store.consultation(assignment.consultation_id)
    duties = duties_of_agreement(assignment.kind, by_standing_board=_chaired_by_the_board(consultation))
    work.emit(_event(assignment), duties=duties)
    return AssignmentStanding(assignment_id=assignment.id, state=assignment.state)


def _chaired_by_the_board(consultation: Consultation) -> bool:
    # The chair is judged as it was when it consulted; it may have been reorganised since.
    return resolve(consultation.chair_org, consultation.held_on, "consultation_id").is_standing_board


def _event(assignment: Assignment) -> ResponsibilityAssigned:
    return ResponsibilityAssigned.model_validate(
        {
            "assignment_id": assignment.id,
            "consultation_id": assignment.consultation_id,
            "assignee_org": assignment.assignee,
            "kind": assignment.kind,
            "content_code": assignment.content_code,
            "duty_id": assignment.duty_id,
            "unit_code": assignment.unit_code,
            "due_on": assignment.due_on,
        }
    )
