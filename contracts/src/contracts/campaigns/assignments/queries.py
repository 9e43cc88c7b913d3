"""What may be asked about responsibilities as they are carried out and handed down."""

from datetime import date, datetime

from pydantic import Field

from contracts.campaigns.assignments.values import AssignmentStage
from contracts.campaigns.values import BodyCode, UnitCode
from contracts.messages import Answer, ListQuery, Page, Query


class AssignmentTree(Query):
    """A responsibility and all that was handed down from it, as they stood on the day of `as_of`."""

    assignment_id: str
    depth: int = Field(default=1, ge=0, le=4, description="How many levels below to show one by one")


class StageCount(Answer):
    """How many responsibilities stood at one stage."""

    stage: AssignmentStage
    count: int


class AssignmentNode(Answer):
    """One responsibility with the counts of itself and all below it."""

    assignment_id: str
    assignee: str
    unit_code: str
    due_on: date
    stage: AssignmentStage
    total: int = Field(description="Responsibilities counted: this one and all below it")
    by_stage: list[StageCount] = Field(description="They sum up to `total`; an overdue one counts as that")
    children: list["AssignmentNode"] = Field(description="Empty below the depth asked for")


class AssignmentTreeAnswer(Answer):
    """A responsibility's tree as it stood on a day."""

    on: date
    root: AssignmentNode


class AssignmentCounts(Query):
    """How many responsibilities of a unit and year stood where on the day of `as_of`."""

    unit_code: UnitCode = Field(description="This unit and all below it")
    year: int = Field(ge=2016, le=2100, description="Year of the proposal")
    proposed_by: BodyCode | None = None
    duty_id: str | None = Field(default=None, description="The programme's item that they serve")


class AssignmentCountsAnswer(Answer):
    """Responsibilities counted by stage as they stood on a day."""

    unit_code: str
    year: int
    on: date
    total: int
    by_stage: list[StageCount] = Field(description="They sum up to `total`; an overdue one counts as that")


class ProgressOf(ListQuery):
    """The reports on one responsibility."""

    assignment_id: str


class ProgressRecord(Answer):
    """A report of the assignee."""

    body: str
    reported_on: date
    summary: str
    achieved: int | None
    planned: int | None
    final: bool = Field(description="Whether it said that the responsibility is carried out")
    recorded_at: datetime


class ProgressPage(Page[ProgressRecord]):
    """One page of reports, the oldest first."""
