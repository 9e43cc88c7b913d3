"""Putting the due day of an assignment off."""

from campaigns.assignments.answers import standing
from campaigns.assignments.domain.assignment import Assignment
from campaigns.assignments.guards import proposer_of
from campaigns.assignments.messages.commands import AssignmentStanding, ExtendAssignment
from campaigns.assignments.repository import Assignments
from contracts.campaigns.assignments import AssignmentExtended
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    ExtendAssignment,
    post="/assignments/{assignment_id}/extend",
    may=side("front"),
    vi="Gia hạn nhiệm vụ",
    takes=["assignment:extend"],
    checks=proposer_of,
)
def extend_assignment(wanted: ExtendAssignment, work: Work) -> AssignmentStanding:
    """Put the due day of an assignment off; the body that set it does.

    Raises: NotAllowed (proposer-only), NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    assignment = Assignments(work).get(wanted.assignment_id)
    proposer_of(assignment, work)
    assignment.extend(wanted.due_on, work.today, wanted.reason)
    work.emit(_event(assignment))
    return standing(assignment)


def _event(assignment: Assignment) -> AssignmentExtended:
    return AssignmentExtended(
        assignment_id=assignment.id,
        assignee_body=assignment.assignee_body,
        proposing_body=assignment.proposing_body,
        unit_code=assignment.unit_code,
        due_on=assignment.due_on,
        first_due_on=assignment.first_due_on,
    )
