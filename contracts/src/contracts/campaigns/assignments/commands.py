"""What may be asked to be done with a responsibility after it was proposed."""

from datetime import date

from pydantic import Field

from contracts.campaigns.assignments.values import AgencyCode, AssignmentStep, MinutesRef, Summary
from contracts.campaigns.titles.values import Reason
from contracts.campaigns.values import BodyCode, UnitCode
from contracts.messages import Answer, Command

MOST_CHILDREN = 500


class ConsultResponsibility(Command):
    """Record the minutes of the consultation about a proposal; its proposer does."""

    assignment_id: str
    minutes_ref: MinutesRef


class ReportProgress(Command):
    """Report how a responsibility goes on; its assignee does."""

    assignment_id: str
    summary: Summary
    achieved: int | None = Field(default=None, ge=0, description="How many of the planned are reached")
    planned: int | None = Field(default=None, ge=1, description="How many are planned; with `achieved`")


class CompleteResponsibility(Command):
    """Say that a responsibility is carried out, with its result; its assignee does."""

    assignment_id: str
    result: Summary
    achieved: int | None = Field(default=None, ge=0, description="How many of the planned were reached")
    planned: int | None = Field(default=None, ge=1, description="How many were planned; with `achieved`")


class AcceptResult(Command):
    """Accept the result of a responsibility; the body that proposed it does."""

    assignment_id: str


class ReturnResponsibility(Command):
    """Send a result back, or, as its assignee, give a responsibility back; with the reason."""

    assignment_id: str
    reason: Reason


class ReassignResponsibility(Command):
    """Propose a declined, returned or overdue responsibility to another body, which must agree again."""

    assignment_id: str
    assignee: BodyCode
    due_on: date
    reason: Reason
    consultation_id: str | None = Field(
        default=None,
        description="A later consultation in which the new assignee took part; for a member's own share",
    )
    minutes_ref: MinutesRef | None = Field(
        default=None, description="Minutes with the new assignee; for a share that was handed down"
    )


class CascadeResponsibility(Command):
    """Propose an agreed responsibility to the bodies of one agency a level below, one share each."""

    assignment_id: str
    agency: AgencyCode = Field(description="Who takes it on below: own branches, committees or area groups")
    unit_codes: list[UnitCode] = Field(
        default=[],
        max_length=MOST_CHILDREN,
        description="Which units; all of that level within the responsibility's unit where none is named",
    )
    due_on: date | None = Field(default=None, description="The responsibility's own due day if absent")
    minutes_ref: MinutesRef | None = Field(
        default=None, description="Minutes of the conference at which that level was consulted"
    )


class ResponsibilityStanding(Answer):
    """Where a responsibility now stands."""

    assignment_id: str
    state: AssignmentStep
    due_on: date


class Reassigned(Answer):
    """The responsibility that takes another's place."""

    assignment_id: str
    state: AssignmentStep
    replaces_id: str


class Share(Answer):
    """One share of a responsibility, proposed to a body below."""

    assignment_id: str
    assignee: str


class Cascaded(Answer):
    """The shares that were proposed at once."""

    parent_id: str
    state: AssignmentStep
    shares: list[Share]
