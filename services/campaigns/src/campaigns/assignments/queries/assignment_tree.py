"""The tree of an assignment, rolled up, for those who are signed in."""

from campaigns.assignments.answers import by_stage
from campaigns.assignments.domain.rollup import Branch, grow
from campaigns.assignments.messages.queries import AssignmentNode, AssignmentTree, AssignmentTreeAnswer
from campaigns.assignments.repository import ASSIGNMENT, Assignments
from campaigns.common.record import record
from contracts.errors import NotFound
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(AssignmentTree, get="/assignments/{assignment_id}/tree", may=signed_in, vi="Sơ đồ phân công nhiệm vụ")
def assignment_tree(asked: AssignmentTree, work: Work) -> AssignmentTreeAnswer:
    """Show an assignment with the counts by stage of all that was handed down from it, as of a day.

    Raises NotFound, also where it was not proposed by that day.
    """
    assignment = Assignments(work).get(asked.assignment_id)
    if assignment.proposed_on > work.today:
        raise NotFound(what=ASSIGNMENT, id=assignment.id)
    parts = Assignments(work).parts(assignment.root_id, work.today)
    return AssignmentTreeAnswer(on=work.today, root=_node(grow(assignment.id, parts), asked.depth))


def _node(branch: Branch, depth: int) -> AssignmentNode:
    children = [_node(each, depth - 1) for each in branch.children] if depth else []
    return record(
        AssignmentNode,
        branch.part,
        assignment_id=branch.part.id,
        total=branch.total,
        by_stage=by_stage(branch.by_stage),
        children=children,
    )
