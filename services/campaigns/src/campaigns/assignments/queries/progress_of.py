"""The reports on an assignment, for those who are signed in."""

from campaigns.assignments.messages.queries import ProgressOf, ProgressPage, ProgressRecord
from campaigns.assignments.repository import Assignments
from campaigns.common.record import record
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(
    ProgressOf,
    get="/assignments/{assignment_id}/progress",
    may=signed_in,
    vi="Báo cáo tiến độ của nhiệm vụ",
)
def progress_of(asked: ProgressOf, work: Work) -> ProgressPage:
    """List the reports on an assignment, the oldest first. Raises NotFound."""
    assignments = Assignments(work)
    assignment = assignments.get(asked.assignment_id)
    found, after = assignments.progress(assignment, asked)
    return ProgressPage(items=[record(ProgressRecord, each) for each in found], next_cursor=after)
