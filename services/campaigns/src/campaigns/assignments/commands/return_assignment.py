"""Sending a result back, or giving an assignment back."""

from campaigns.assignments.answers import standing
from campaigns.assignments.guards import party_of
from campaigns.assignments.messages.commands import AssignmentStanding, ReturnAssignment
from campaigns.assignments.repository import Assignments
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    ReturnAssignment,
    post="/assignments/{assignment_id}/return",
    may=side("front"),
    vi="Trả lại nhiệm vụ",
    takes=["assignment:send_back", "assignment:give_back"],
    checks=party_of,
)
def return_assignment(wanted: ReturnAssignment, work: Work) -> AssignmentStanding:
    """Send a completed result back as its proposer, or give agreed work back as its assignee.

    The assignee may take it up again by a report; the proposer may propose it to another body.
    Raises: NotAllowed (proposer-or-assignee), NotFound, WrongStep, DayBeforeLastStep.
    """
    assignment = Assignments(work).get(wanted.assignment_id)
    party_of(assignment, work)
    if work.actor.body == assignment.proposing_body:
        assignment.send_back(work.today, wanted.reason)
    else:
        assignment.give_back(work.today, wanted.reason)
    return standing(assignment)
