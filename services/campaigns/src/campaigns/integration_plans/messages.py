"""What may be asked of the feature «integration_plans»: commands, queries, and their answers."""

from datetime import date
from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import LeadBody, Title
from campaigns.integration_plans.domain.activity import PlannedActivity
from campaigns.integration_plans.domain.plan import IntegrationPlanState, PlanPurpose
from contracts.messages import Answer, Command, ListQuery, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    BODY,
    ID,
    ContentCodes,
    CoordinatingBodies,
    DecidedOn,
    DecidingBody,
    DocNumber,
    EffectiveDay,
    EndDay,
    GuidanceId,
    Levels,
    MovementCode,
    PlanId,
    Reason,
    ReplacesId,
    StartDay,
    UnitCode,
)

MOST_ACTIVITIES = 200
ActivityId = Annotated[str, ID, Named("Mã hoạt động", "Activity id")]
AdvisingBody = Annotated[str, BODY, Named("Cơ quan tham mưu", "Advising body")]
AdvisedOn = Annotated[date, Named("Ngày trình", "Laid before on")]
Activities = Annotated[list[PlannedActivity], Named("Các hoạt động lồng ghép", "Activities")]


class AdviseIntegration(Command):
    """Draw up a plan for a movement and lay it before the body that decides."""

    movement_code: MovementCode
    purpose: PlanPurpose = "integration"
    title: Title
    unit_code: UnitCode
    start_on: StartDay
    end_on: EndDay = Field(description="Last day")
    activities: Activities = Field(min_length=1, max_length=MOST_ACTIVITIES)


class ReviseIntegration(Command):
    """Lay a returned plan before the deciding body again, with other activities."""

    plan_id: PlanId
    activities: Activities = Field(min_length=1, max_length=MOST_ACTIVITIES)


class ApproveIntegration(Command):
    """Approve a plan, which goes out as a guiding document of the kind `integration`."""

    plan_id: PlanId
    doc_number: DocNumber
    audience_levels: Levels = Field(min_length=1)
    effective_on: EffectiveDay
    replaces_id: ReplacesId | None = Field(default=None, description="The earlier document that it replaces")


class ReturnIntegration(Command):
    """Return a plan to those who drew it up, with the reason."""

    plan_id: PlanId
    reason: Reason


class PlanStanding(Answer, vi="Tình trạng kế hoạch lồng ghép"):
    """Where a plan now stands."""

    plan_id: PlanId
    state: IntegrationPlanState
    guidance_id: GuidanceId | None = None


class IntegrationPlanById(Query):
    """One plan with its activities."""

    plan_id: PlanId


class IntegrationPlanList(TextListQuery):
    """Plans of a unit and all below it that run in a year, or were advised between two days."""

    movement_code: MovementCode | None = None
    purpose: PlanPurpose | None = None
    state: IntegrationPlanState | None = None
    advising_body: AdvisingBody | None = None


class IntegrationPlanRecord(Answer, vi="Kế hoạch lồng ghép"):
    """A plan, from its drawing up to the decision."""

    plan_id: PlanId
    movement_code: MovementCode
    purpose: PlanPurpose
    title: Title
    unit_code: UnitCode
    start_on: StartDay
    end_on: EndDay
    advising_body: AdvisingBody
    advised_on: AdvisedOn
    state: IntegrationPlanState
    deciding_body: DecidingBody | None
    decided_on: DecidedOn | None
    reason: Reason | None = Field(description="Why it was returned")
    guidance_id: GuidanceId | None = Field(description="The document as which it went out")


class IntegrationPlanPage(Page[IntegrationPlanRecord], vi="Danh sách kế hoạch lồng ghép"):
    """One page of plans."""


class ActivityRecord(Answer, vi="Hoạt động lồng ghép"):
    """One activity of a plan."""

    activity_id: ActivityId
    plan_id: PlanId
    movement_code: MovementCode
    title: Title
    content_codes: ContentCodes
    unit_code: UnitCode
    lead_body: LeadBody
    coordinating_bodies: CoordinatingBodies
    start_on: StartDay
    end_on: EndDay


class IntegrationPlanDetail(IntegrationPlanRecord, vi="Kế hoạch lồng ghép và các hoạt động"):
    """A plan with its activities."""

    activities: Annotated[list[ActivityRecord], Named("Các hoạt động lồng ghép", "Activities")]


class IntegrationActivities(ListQuery):
    """Activities of plans in force, of a unit or area and all below it, that run in a year."""

    movement_code: MovementCode | None = None
    lead_body: LeadBody | None = None


class ActivityPage(Page[ActivityRecord], vi="Các hoạt động lồng ghép"):
    """One page of activities."""
