"""The tree of a responsibility, rolled up, counts and reports, for those who are signed in."""

from collections.abc import Mapping

from campaigns.assignments.domain.rollup import Branch, grow
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.assignments.queries import (
    AssignmentCounts,
    AssignmentCountsAnswer,
    AssignmentNode,
    AssignmentTree,
    AssignmentTreeAnswer,
    ProgressOf,
    ProgressPage,
    ProgressRecord,
    StageCount,
)
from contracts.errors import NotFound
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(AssignmentTree, get="/assignments/{assignment_id}/tree", may=signed_in)
def assignment_tree(asked: AssignmentTree, work: Work[CampaignStore]) -> AssignmentTreeAnswer:
    """Show a responsibility with the counts by stage of all that was handed down from it, as of a day.

    Raises NotFound, also where it was not proposed by that day.
    """
    assignment = work.store.assignment(asked.assignment_id)
    if assignment.proposed_on > work.today:
        raise NotFound(what="assignment", id=assignment.id)
    parts = work.store.responsibilities.parts(assignment.root_id, work.today)
    return AssignmentTreeAnswer(on=work.today, root=_node(grow(assignment.id, parts), asked.depth))


@query(ProgressOf, get="/assignments/{assignment_id}/progress", may=signed_in)
def progress_of(asked: ProgressOf, work: Work[CampaignStore]) -> ProgressPage:
    """List the reports on a responsibility, the oldest first. Raises NotFound."""
    work.store.assignment(asked.assignment_id)
    found, after = work.store.responsibilities.progress(asked)
    return ProgressPage(items=[record(ProgressRecord, each) for each in found], next_cursor=after)


@query(AssignmentCounts, get="/assignment-counts", may=signed_in)
def assignment_counts(asked: AssignmentCounts, work: Work[CampaignStore]) -> AssignmentCountsAnswer:
    """Count the responsibilities of a unit and all below it for a year, by stage as of a day."""
    counted = work.store.responsibilities.stages(asked, work.today)
    return AssignmentCountsAnswer(
        unit_code=asked.unit_code,
        year=asked.year,
        on=work.today,
        total=counted.total(),
        by_stage=_by_stage(counted),
    )


def _by_stage(counted: Mapping[str, int]) -> list[StageCount]:
    return [StageCount.model_validate({"stage": stage, "count": n}) for stage, n in sorted(counted.items())]


def _node(branch: Branch, depth: int) -> AssignmentNode:
    children = [_node(each, depth - 1) for each in branch.children] if depth else []
    return record(
        AssignmentNode,
        branch.part,
        assignment_id=branch.part.id,
        total=branch.total,
        by_stage=_by_stage(branch.by_stage),
        children=children,
    )
