"""Keeping what an assignee reports, whichever act reports it."""

from campaigns.assignments.domain.assignment import Assignment
from campaigns.assignments.domain.progress import Progress
from campaigns.assignments.messages.commands import CompleteAssignment, ReportProgress
from campaigns.assignments.repository import Assignments
from shared.work import Work


def keep_report(
    assignment: Assignment, said: ReportProgress | CompleteAssignment, summary: str, work: Work
) -> None:
    """Keep a report with its figures; that of the completion is the final one. Raises InvalidField."""
    assignment.measure(said.achieved, said.planned)
    report = Progress(
        id=work.new_id("prg"),
        assignment_id=assignment.id,
        reporting_body=work.actor.body,
        reported_on=work.today,
        summary=summary,
        achieved=said.achieved,
        planned=said.planned,
        final=isinstance(said, CompleteAssignment),
        recorded_at=work.now,
    )
    Assignments(work).add(report)
