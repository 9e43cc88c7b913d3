"""A member's refusal of an assignment."""

from campaigns.assignments.answers import standing
from campaigns.assignments.guards import assignee_of
from campaigns.assignments.messages.commands import AssignmentStanding, DeclineAssignment
from campaigns.assignments.repository import Assignments
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    DeclineAssignment,
    post="/assignments/{assignment_id}/decline",
    may=side("front"),
    vi="Không nhận nhiệm vụ",
    takes=["assignment:decline"],
    checks=assignee_of,
)
def decline_assignment(wanted: DeclineAssignment, work: Work) -> AssignmentStanding:
    """Decline an assignment with a reason; only its assignee can.

    No duty is fulfilled and no event tells of it: the reason stays with the two bodies.
    Raises: NotAllowed (not the assignee), NotFound, WrongStep, DayBeforeLastStep.
    """
    assignment = Assignments(work).get(wanted.assignment_id)
    assignee_of(assignment, work)
    assignment.decline(work.today, wanted.reason)
    return standing(assignment)
