"""Re-opening an assignment."""

from campaigns.assignments.answers import standing
from campaigns.assignments.domain.assignment import Assignment
from campaigns.assignments.guards import proposer_of
from campaigns.assignments.messages.commands import AssignmentStanding, ReopenAssignment
from campaigns.assignments.repository import Assignments
from contracts.campaigns.assignments import AssignmentReopened
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    ReopenAssignment,
    post="/assignments/{assignment_id}/reopen",
    may=side("front"),
    vi="Mở lại nhiệm vụ đã nghiệm thu",
    takes=["assignment:reopen"],
    checks=proposer_of,
)
def reopen_assignment(wanted: ReopenAssignment, work: Work) -> AssignmentStanding:
    """Re-open an assignment whose result was accepted; the body that accepted it does.

    Raises: NotAllowed (proposer-only), NotFound, WrongStep, DayBeforeLastStep.
    """
    assignment = Assignments(work).get(wanted.assignment_id)
    proposer_of(assignment, work)
    assignment.reopen(work.today, wanted.reason)
    work.emit(_event(assignment))
    return standing(assignment)


def _event(assignment: Assignment) -> AssignmentReopened:
    return AssignmentReopened(
        assignment_id=assignment.id,
        assignee_body=assignment.assignee_body,
        proposing_body=assignment.proposing_body,
        unit_code=assignment.unit_code,
        due_on=assignment.due_on,
        reopened_on=assignment.stands_since,
    )
