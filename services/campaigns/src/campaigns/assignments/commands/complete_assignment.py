"""Saying that an assignment is carried out."""

from campaigns.assignments.answers import standing
from campaigns.assignments.guards import assignee_of
from campaigns.assignments.messages.commands import AssignmentStanding, CompleteAssignment
from campaigns.assignments.reporting import keep_report
from campaigns.assignments.repository import Assignments
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    CompleteAssignment,
    post="/assignments/{assignment_id}/complete",
    may=side("front"),
    vi="Báo cáo hoàn thành nhiệm vụ",
    takes=["assignment:complete"],
    checks=assignee_of,
)
def complete_assignment(wanted: CompleteAssignment, work: Work) -> AssignmentStanding:
    """Say that an assignment is carried out, with its result; its proposer accepts it or sends it back.

    Whether it was in time is judged by this day, not by the day of acceptance.
    Raises: NotAllowed (assignee-only), NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    assignment = Assignments(work).get(wanted.assignment_id)
    assignee_of(assignment, work)
    assignment.complete(work.today, wanted.result)
    keep_report(assignment, wanted, wanted.result, work)
    return standing(assignment)
