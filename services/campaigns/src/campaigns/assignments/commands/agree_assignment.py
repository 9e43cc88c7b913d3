"""Agreement to an assignment."""

from campaigns.assignments.answers import standing
from campaigns.assignments.domain.assignment import DUTIES_OF_AGREEMENT, Assignment, duties_of_agreement
from campaigns.assignments.guards import assignee_of
from campaigns.assignments.messages.commands import AgreeAssignment, AssignmentStanding
from campaigns.assignments.repository import Assignments
from contracts.campaigns.assignments import AssignmentAgreed
from contracts.reference import Body
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    AgreeAssignment,
    post="/assignments/{assignment_id}/agree",
    may=side("front"),
    vi="Nhận nhiệm vụ",
    duties=DUTIES_OF_AGREEMENT,
    takes=["assignment:agree"],
    checks=assignee_of,
)
def agree_assignment(wanted: AgreeAssignment, work: Work) -> AssignmentStanding:
    """Agree to an assignment; only its assignee can, once the minutes exist.

    Duty II.1a-a where the province's standing board proposed it; II.3a-a where it is to build a model;
    III.2b-a where a member organisation of the province handed it down to its branch.
    Raises: NotAllowed (not the assignee), NotFound, WrongStep, DayBeforeLastStep.
    """
    assignment = Assignments(work).get(wanted.assignment_id)
    assignee_of(assignment, work)
    assignment.agree(work.today)
    # The proposer is judged as it was when it proposed; it may have been reorganised since.
    proposer = Body.on(assignment.proposing_body, assignment.proposed_on, "assignment_id")
    work.emit(_event(assignment), duties=duties_of_agreement(assignment.kind, proposer))
    return standing(assignment)


def _event(assignment: Assignment) -> AssignmentAgreed:
    return AssignmentAgreed(
        assignment_id=assignment.id,
        consultation_id=assignment.consultation_id,
        assignee_body=assignment.assignee_body,
        kind=assignment.kind,
        content_code=assignment.content_code,
        duty_id=assignment.duty_id,
        unit_code=assignment.unit_code,
        due_on=assignment.due_on,
        proposing_body=assignment.proposing_body,
        parent_id=assignment.parent_id,
        replaces_id=assignment.replaces_id,
    )
