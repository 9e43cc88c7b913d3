"""What may be asked about plans that integrate the four movements with the campaign."""

from datetime import date

from pydantic import Field

from contracts.campaigns.integration.values import PlanPurpose, PlanState
from contracts.campaigns.values import BodyCode, ContentCode, MovementCode, UnitCode
from contracts.messages import Answer, ListQuery, Page, Query


class IntegrationPlanById(Query):
    """One plan with its activities."""

    plan_id: str


class IntegrationPlanList(ListQuery):
    """Plans that run in a year, of a unit and all below it."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    year: int | None = Field(default=None, ge=2016, le=2100)
    movement_code: MovementCode | None = None
    purpose: PlanPurpose | None = None
    state: PlanState | None = None
    advised_by: BodyCode | None = None


class IntegrationPlanRecord(Answer):
    """A plan, from its drawing up to the decision."""

    plan_id: str
    movement_code: MovementCode
    purpose: PlanPurpose
    title: str
    unit_code: str
    start_on: date
    end_on: date
    advised_by: str
    advised_on: date
    state: PlanState
    decided_by: str | None
    decided_on: date | None
    reason: str | None = Field(description="Why it was returned")
    guidance_id: str | None = Field(description="The document as which it went out")


class IntegrationPlanPage(Page[IntegrationPlanRecord]):
    """One page of plans."""


class ActivityRecord(Answer):
    """One activity of a plan."""

    activity_id: str
    plan_id: str
    movement_code: MovementCode
    title: str
    content_codes: list[ContentCode]
    unit_code: str
    lead_org: str
    coord_orgs: list[str]
    start_on: date
    end_on: date


class IntegrationPlanDetail(IntegrationPlanRecord):
    """A plan with its activities."""

    activities: list[ActivityRecord]


class IntegrationActivities(ListQuery):
    """Activities of plans in force, of a unit or area and all below it, that run in a year."""

    unit_code: UnitCode | None = Field(default=None, description="This unit or area and all below it")
    year: int | None = Field(default=None, ge=2016, le=2100)
    movement_code: MovementCode | None = None
    lead_org: BodyCode | None = None


class ActivityPage(Page[ActivityRecord]):
    """One page of activities."""
