"""Accepting the result of an assignment."""

from campaigns.assignments.answers import standing
from campaigns.assignments.domain.assignment import Assignment
from campaigns.assignments.guards import proposer_of
from campaigns.assignments.messages.commands import AcceptAssignment, AssignmentStanding
from campaigns.assignments.repository import Assignments
from contracts.campaigns.assignments import AssignmentCompleted
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    AcceptAssignment,
    post="/assignments/{assignment_id}/accept",
    may=side("front"),
    vi="Nghiệm thu kết quả nhiệm vụ",
    takes=["assignment:accept"],
    checks=proposer_of,
)
def accept_assignment(wanted: AcceptAssignment, work: Work) -> AssignmentStanding:
    """Accept the result of an assignment; the body that proposed it does.

    The event is no evidence of a duty: what was done is evidence where it was done.
    Raises: NotAllowed (proposer-only), NotFound, WrongStep, DayBeforeLastStep.
    """
    assignment = Assignments(work).get(wanted.assignment_id)
    proposer_of(assignment, work)
    assignment.accept(work.today)
    work.emit(_event(assignment))
    return standing(assignment)


def _event(assignment: Assignment) -> AssignmentCompleted:
    return AssignmentCompleted(
        assignment_id=assignment.id,
        parent_id=assignment.parent_id,
        assignee_body=assignment.assignee_body,
        proposing_body=assignment.proposing_body,
        kind=assignment.kind,
        content_code=assignment.content_code,
        duty_id=assignment.duty_id,
        unit_code=assignment.unit_code,
        due_on=assignment.due_on,
        completed_on=assignment.carried_out_on,
        on_time=assignment.on_time,
        achieved=assignment.achieved,
        planned=assignment.planned,
    )
