"""Reporting on a responsibility, up to its completion."""

from campaigns.assignments.domain.progress import Progress
from campaigns.assignments.standing import stands
from campaigns.domain.responsibility import Assignment
from campaigns.store.store import CampaignStore
from contracts.campaigns.assignments.commands import (
    CompleteResponsibility,
    ReportProgress,
    ResponsibilityStanding,
)
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(ReportProgress, post="/assignments/{assignment_id}/progress", may=side("front"))
def report_progress(wanted: ReportProgress, work: Work[CampaignStore]) -> ResponsibilityStanding:
    """Report how a responsibility goes on; the first report takes it up.

    No duty is fulfilled by a report. `achieved` of `planned` are counts of whatever was promised.
    Raises: NotAllowed (assignee-only), NotFound, WrongStep, InvalidField.
    """
    assignment = work.store.assignment(wanted.assignment_id)
    assignment.report(work.actor.body, work.today)
    _keep(assignment, wanted, wanted.summary, work)
    return stands(assignment, work, "report_progress")


@command(CompleteResponsibility, post="/assignments/{assignment_id}/complete", may=side("front"))
def complete_responsibility(
    wanted: CompleteResponsibility, work: Work[CampaignStore]
) -> ResponsibilityStanding:
    """Say that a responsibility is carried out, with its result; its proposer accepts it or sends it back.

    Whether it was in time is judged by this day, not by the day of acceptance.
    Raises: NotAllowed (assignee-only), NotFound, WrongStep, InvalidField.
    """
    assignment = work.store.assignment(wanted.assignment_id)
    assignment.complete(work.actor.body, work.today, wanted.result)
    _keep(assignment, wanted, wanted.result, work)
    return stands(assignment, work, "complete_responsibility")


def _keep(
    assignment: Assignment,
    wanted: ReportProgress | CompleteResponsibility,
    summary: str,
    work: Work[CampaignStore],
) -> None:
    assignment.measure(wanted.achieved, wanted.planned)
    work.store.add(
        Progress(
            id=work.new_id("prg"),
            assignment_id=assignment.id,
            body=work.actor.body,
            reported_on=work.today,
            summary=summary,
            achieved=wanted.achieved,
            planned=wanted.planned,
            final=isinstance(wanted, CompleteResponsibility),
            recorded_at=work.now,
        )
    )
