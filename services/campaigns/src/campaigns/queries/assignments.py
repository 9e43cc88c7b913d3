"""Responsibilities, for those who are signed in."""

from datetime import date

from campaigns.domain.responsibility import Assignment
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.queries import AssignmentById, AssignmentList, AssignmentPage, AssignmentRecord
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(AssignmentById, get="/assignments/{assignment_id}", may=signed_in)
def assignment_by_id(asked: AssignmentById, work: Work[CampaignStore]) -> AssignmentRecord:
    """Show a responsibility, the member's answer, and whether it is overdue as of a day. Raises NotFound."""
    return _record(work.store.assignment(asked.assignment_id), work.today)


@query(AssignmentList, get="/assignments", may=signed_in)
def assignment_list(asked: AssignmentList, work: Work[CampaignStore]) -> AssignmentPage:
    """List responsibilities by assignee, proposer, answer, stage, unit and the year of their proposal."""
    found, after = work.store.responsibilities.page(asked, work.today)
    return AssignmentPage(items=[_record(each, work.today) for each in found], next_cursor=after)


def _record(assignment: Assignment, day: date) -> AssignmentRecord:
    stage = assignment.stage_on(day)
    return record(
        AssignmentRecord,
        assignment,
        assignment_id=assignment.id,
        state=assignment.answer or "proposed",
        step=assignment.state,
        stage=stage,
        days_late=(day - assignment.due_on).days if stage == "overdue" else 0,
    )
