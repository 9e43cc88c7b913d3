"""How commands and queries show an assignment."""

from collections.abc import Mapping
from datetime import date

from campaigns.assignments.domain.assignment import Assignment
from campaigns.assignments.domain.stages import LATE, AssignmentStage
from campaigns.assignments.messages.commands import AssignmentStanding
from campaigns.assignments.messages.queries import AssignmentRecord, StageCount
from campaigns.common.record import record


def standing(assignment: Assignment) -> AssignmentStanding:
    """Say where an assignment now stands."""
    return AssignmentStanding(assignment_id=assignment.id, state=assignment.state, due_on=assignment.due_on)


def assignment_record(assignment: Assignment, day: date) -> AssignmentRecord:
    """Show an assignment, and whether it is overdue as of a day."""
    stage = assignment.stage_on(day)
    return record(
        AssignmentRecord,
        assignment,
        assignment_id=assignment.id,
        state=assignment.answer,
        step=assignment.state,
        stage=stage,
        days_late=(day - assignment.due_on).days if stage in LATE.values() else 0,
    )


def by_stage(counted: Mapping[AssignmentStage, int]) -> list[StageCount]:
    """Show how many assignments stand at each stage."""
    return [StageCount(stage=stage, count=count) for stage, count in sorted(counted.items())]
