"""Reporting on an assignment."""

from campaigns.assignments.answers import standing
from campaigns.assignments.guards import assignee_of
from campaigns.assignments.messages.commands import AssignmentStanding, ReportProgress
from campaigns.assignments.reporting import keep_report
from campaigns.assignments.repository import Assignments
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    ReportProgress,
    post="/assignments/{assignment_id}/progress",
    may=side("front"),
    vi="Báo cáo tiến độ",
    takes=["assignment:report"],
    checks=assignee_of,
)
def report_progress(wanted: ReportProgress, work: Work) -> AssignmentStanding:
    """Report how an assignment goes on; the first report takes it up.

    No duty is fulfilled by a report. `achieved` of `planned` are counts of whatever was promised.
    Raises: NotAllowed (assignee-only), NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    assignment = Assignments(work).get(wanted.assignment_id)
    assignee_of(assignment, work)
    assignment.report(work.today)
    keep_report(assignment, wanted, wanted.summary, work)
    return standing(assignment)
