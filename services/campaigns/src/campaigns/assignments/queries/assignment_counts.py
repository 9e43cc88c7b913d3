"""How many assignments stand where, for those who are signed in."""

from campaigns.assignments.answers import by_stage
from campaigns.assignments.messages.queries import AssignmentCounts, AssignmentCountsAnswer
from campaigns.assignments.repository import Assignments
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(AssignmentCounts, get="/assignment-counts", may=signed_in, vi="Số liệu thực hiện nhiệm vụ")
def assignment_counts(asked: AssignmentCounts, work: Work) -> AssignmentCountsAnswer:
    """Count the assignments of a unit and all below it for a year, by stage as of a day."""
    counted = Assignments(work).stages(asked, work.today)
    return AssignmentCountsAnswer(
        unit_code=asked.unit_code,
        year=asked.year,
        on=work.today,
        total=counted.total(),
        by_stage=by_stage(counted),
    )
