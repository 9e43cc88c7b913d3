"""One assignment, for those who are signed in."""

from campaigns.assignments.answers import assignment_record
from campaigns.assignments.messages.queries import AssignmentById, AssignmentRecord
from campaigns.assignments.repository import Assignments
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(AssignmentById, get="/assignments/{assignment_id}", may=signed_in, vi="Nhiệm vụ được phân công")
def assignment_by_id(asked: AssignmentById, work: Work) -> AssignmentRecord:
    """Show an assignment, the member's answer, and whether it is overdue as of a day. Raises NotFound."""
    return assignment_record(Assignments(work).get(asked.assignment_id), work.today)
