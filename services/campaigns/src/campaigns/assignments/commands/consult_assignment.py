"""Recording the minutes of the consultation about a proposal."""

from campaigns.assignments.answers import standing
from campaigns.assignments.guards import proposer_of
from campaigns.assignments.messages.commands import AssignmentStanding, ConsultAssignment
from campaigns.assignments.repository import Assignments
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    ConsultAssignment,
    post="/assignments/{assignment_id}/consult",
    may=side("front"),
    vi="Ghi nhận hiệp thương về nhiệm vụ",
    takes=["assignment:consult"],
    checks=proposer_of,
)
def consult_assignment(wanted: ConsultAssignment, work: Work) -> AssignmentStanding:
    """Record the minutes of the consultation about a proposal; only then can its assignee agree.

    No duty by itself (II.1a-a and III.2b-a are fulfilled by the agreement).
    Raises: NotAllowed (proposer-only), NotFound, WrongStep, DayBeforeLastStep.
    """
    assignment = Assignments(work).get(wanted.assignment_id)
    proposer_of(assignment, work)
    assignment.consult(wanted.minutes_ref, work.today)
    return standing(assignment)
