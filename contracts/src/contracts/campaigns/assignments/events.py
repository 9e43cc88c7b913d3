"""What the campaigns service tells the others about responsibilities carried out."""

from datetime import date

from pydantic import Field

from contracts.campaigns.values import AssignmentKind, ContentCode
from contracts.messages import Event


class ResponsibilityFulfilled(Event, service="campaigns", subject="assignment_id", unit="unit_code"):
    """The body that proposed a responsibility accepted its result."""

    assignment_id: str
    parent_id: str | None = Field(description="The responsibility from which it was handed down")
    assignee_org: str
    proposed_by_org: str
    kind: AssignmentKind
    content_code: ContentCode | None
    duty_id: str
    unit_code: str
    due_on: date
    completed_on: date = Field(description="Day on which the assignee said that it is carried out")
    on_time: bool = Field(description="Whether that day was not after the due day")
    achieved: int | None
    planned: int | None
