"""What may be asked to be done: plans that integrate the four movements with the campaign."""

from datetime import date

from pydantic import Field

from contracts.campaigns.integration.values import PlannedActivity, PlanPurpose, PlanState, Title
from contracts.campaigns.titles.values import DocNumber, Reason
from contracts.campaigns.values import Level, MovementCode, UnitCode
from contracts.messages import Answer, Command

MOST_ACTIVITIES = 200


class AdviseIntegration(Command):
    """Draw up a plan for a movement and lay it before the body that decides."""

    movement_code: MovementCode
    purpose: PlanPurpose = "integration"
    title: Title
    unit_code: UnitCode
    start_on: date
    end_on: date = Field(description="Last day")
    activities: list[PlannedActivity] = Field(min_length=1, max_length=MOST_ACTIVITIES)


class ReviseIntegration(Command):
    """Lay a returned plan before the deciding body again, with other activities."""

    plan_id: str
    activities: list[PlannedActivity] = Field(min_length=1, max_length=MOST_ACTIVITIES)


class ApproveIntegration(Command):
    """Approve a plan, which goes out as a guiding document of the kind `integration`."""

    plan_id: str
    doc_number: DocNumber
    audience_levels: list[Level] = Field(min_length=1)
    effective_on: date
    replaces_id: str | None = Field(default=None, description="The earlier document that it replaces")


class ReturnIntegration(Command):
    """Return a plan to those who drew it up, with the reason."""

    plan_id: str
    reason: Reason


class PlanStanding(Answer):
    """Where a plan now stands."""

    plan_id: str
    state: PlanState
    guidance_id: str | None = None
