"""Responsibilities, for those who are signed in."""

from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.queries import AssignmentById, AssignmentList, AssignmentPage, AssignmentRecord
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(AssignmentById, get="/assignments/{assignment_id}", may=signed_in)
def assignment_by_id(asked: AssignmentById, work: Work[CampaignStore]) -> AssignmentRecord:
    """Show a responsibility and the member's answer. Raises NotFound."""
    assignment = work.store.assignment(asked.assignment_id)
    return record(AssignmentRecord, assignment, assignment_id=assignment.id)


@query(AssignmentList, get="/assignments", may=signed_in)
def assignment_list(asked: AssignmentList, work: Work[CampaignStore]) -> AssignmentPage:
    """List responsibilities by assignee, state, unit and the year of their proposal."""
    found, after = work.store.assignments(asked)
    items = [record(AssignmentRecord, each, assignment_id=each.id) for each in found]
    return AssignmentPage(items=items, next_cursor=after)
