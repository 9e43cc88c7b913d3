"""Agreement to a responsibility."""

from campaigns.domain.bodies import resolve
from campaigns.domain.responsibility import DUTIES_OF_AGREEMENT, Assignment, duties_of_agreement
from campaigns.history import note
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
    duties=DUTIES_OF_AGREEMENT,
)
def agree_responsibility(wanted: AgreeResponsibility, work: Work[CampaignStore]) -> AssignmentStanding:
    """Agree to a responsibility; only its assignee can, once the minutes exist.

    Duty II.1a-a where the province's standing board proposed it; II.3a-a where it is to build a model;
    III.2b-a where a member organisation of the province handed it down to its branch.
    Raises: NotAllowed (not the assignee), NotFound, WrongStep, InvalidField.
    """
    assignment = work.store.assignment(wanted.assignment_id)
    assignment.agree(work.actor.body, work.today)
    # The proposer is judged as it was when it proposed; it may have been reorganised since.
    proposer = resolve(assignment.proposed_by, assignment.proposed_on, "assignment_id")
    note(work, assignment.id, "agree_responsibility", assignment.state)
    work.emit(_event(assignment), duties=duties_of_agreement(assignment.kind, proposer))
    return AssignmentStanding(assignment_id=assignment.id, state=assignment.state)


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
            "proposed_by_org": assignment.proposed_by,
            "parent_id": assignment.parent_id,
            "replaces_id": assignment.replaces_id,
        }
    )
