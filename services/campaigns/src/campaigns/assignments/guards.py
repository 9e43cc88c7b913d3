"""Who takes which step with an assignment: the body that proposed it, its assignee, or either."""

from campaigns.assignments.domain.assignment import Assignment
from contracts.errors import NotAllowed
from shared.work import Work


def proposer_of(assignment: Assignment, work: Work) -> None:
    """Refuse whoever did not propose an assignment. Raises NotAllowed."""
    if work.actor.body != assignment.proposing_body:
        raise NotAllowed(
            "proposer-only",
            "Chỉ cơ quan đã đề nghị phân công được làm việc này",
            "Only the body that proposed the assignment may do this",
        )


def assignee_of(assignment: Assignment, work: Work) -> None:
    """Refuse whoever an assignment was not proposed to. Raises NotAllowed."""
    if work.actor.body != assignment.assignee_body:
        raise NotAllowed(
            "assignee-only",
            "Mặt trận không ra lệnh cho thành viên: chỉ tổ chức được đề nghị mới trả lời được",
            "The Front does not command its members: only the assignee can answer",
        )


def party_of(assignment: Assignment, work: Work) -> None:
    """Refuse whoever neither proposed an assignment nor is its assignee. Raises NotAllowed."""
    if work.actor.body not in {assignment.proposing_body, assignment.assignee_body}:
        raise NotAllowed(
            "proposer-or-assignee",
            "Chỉ bên đề nghị hoặc bên nhận phân công được trả lại",
            "Only the body that proposed it, or its assignee, returns an assignment",
        )
