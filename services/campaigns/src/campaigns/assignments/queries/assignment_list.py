"""Assignments, for those who are signed in."""

from campaigns.assignments.answers import assignment_record
from campaigns.assignments.messages.queries import AssignmentList, AssignmentPage
from campaigns.assignments.repository import Assignments
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(AssignmentList, get="/assignments", may=signed_in, vi="Danh sách nhiệm vụ được phân công")
def assignment_list(asked: AssignmentList, work: Work) -> AssignmentPage:
    """List assignments by assignee, proposer, answer, stage, unit and the year of their proposal."""
    found, after = Assignments(work).page(asked)
    return AssignmentPage(items=[assignment_record(each, work.today) for each in found], next_cursor=after)
