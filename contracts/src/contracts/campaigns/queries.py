"""What may be asked about campaigns, and how it is answered."""

from datetime import date, datetime

from pydantic import Field

from contracts.campaigns.assignments.values import AssignmentStage, AssignmentStep
from contracts.campaigns.documents.values import ContentKind, GuidanceContent
from contracts.campaigns.values import (
    AssignmentKind,
    AssignmentState,
    BodyCode,
    ContentCode,
    GuidanceKind,
    GuidanceState,
    Level,
    MovementCode,
    UnitCode,
)
from contracts.messages import Answer, ListQuery, Page, Query


class _PlaceAndYear(ListQuery):
    """The filters that every list has."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    year: int | None = Field(default=None, ge=2016, le=2100)


class CampaignById(Query):
    """One campaign."""

    campaign_id: str


class CampaignList(_PlaceAndYear):
    """Campaigns that run in a year."""


class LinkedDrive(Answer):
    """A drive of a fund that supports the campaign."""

    drive_id: str
    fund_id: str
    unit_code: str
    start_on: date
    end_on: date
    target_vnd: int | None


class CampaignRecord(Answer):
    """A campaign."""

    campaign_id: str
    code: str
    name_vi: str
    unit_code: str
    launched_by: str = Field(description="The body that launched it")
    start_on: date
    end_on: date
    content_codes: list[ContentCode]
    movement_codes: list[MovementCode]
    state: str


class CampaignPage(Page[CampaignRecord]):
    """One page of campaigns."""


class CampaignDetail(CampaignRecord):
    """A campaign with the drives of funds that support it."""

    drives: list[LinkedDrive]


class ConsultationById(Query):
    """One consultation."""

    consultation_id: str


class ConsultationList(_PlaceAndYear):
    """Consultations held in a year."""


class ConsultationRecord(Answer):
    """A consultation of the Front with its members."""

    consultation_id: str
    campaign_id: str
    chair_org: str
    unit_code: str
    topics: list[str]
    participants: list[str]
    held_on: date
    state: str
    minutes_ref: str | None
    concluded_on: date | None


class ConsultationPage(Page[ConsultationRecord]):
    """One page of consultations."""


class AssignmentById(Query):
    """One responsibility."""

    assignment_id: str


class AssignmentList(_PlaceAndYear):
    """Responsibilities proposed in a year."""

    assignee: BodyCode | None = None
    state: AssignmentState | None = Field(
        default=None, description="The member's answer; `proposed` where there is none yet"
    )
    stage: AssignmentStage | None = Field(
        default=None, description="Where the work stands; `overdue` as of the day of `as_of`"
    )
    overdue_as_of: date | None = Field(
        default=None, description="Only those agreed and not carried out that were due before this day"
    )
    proposed_by: BodyCode | None = None
    parent_id: str | None = Field(default=None, description="Shares of one responsibility")


class AssignmentRecord(Answer):
    """A responsibility, from its proposal to the member's answer."""

    assignment_id: str
    consultation_id: str
    assignee: str
    kind: AssignmentKind
    content_code: ContentCode | None
    duty_id: str
    unit_code: str
    due_on: date
    state: AssignmentState = Field(description="The member's answer; `proposed` where there is none yet")
    step: AssignmentStep = Field(description="The last step that was taken")
    stage: AssignmentStage = Field(description="The step, or `overdue` where work is late on the day asked")
    days_late: int = Field(description="Days past the due day on the day asked; 0 where it is not overdue")
    reason: str | None = Field(description="Why it was declined, returned or reassigned")
    answered_on: date | None
    proposed_by: str
    proposed_on: date
    minutes_ref: str | None = Field(description="Minutes of the consultation about it")
    parent_id: str | None
    replaces_id: str | None = Field(description="The responsibility whose place it takes")
    replaced_by_id: str | None
    result: str | None
    achieved: int | None
    planned: int | None
    completed_on: date | None
    accepted_on: date | None


class AssignmentPage(Page[AssignmentRecord]):
    """One page of responsibilities."""


class GuidanceById(Query):
    """One guidance."""

    guidance_id: str


class GuidanceList(_PlaceAndYear):
    """Guidance issued in a year; of a unit and all below it."""

    kind: GuidanceKind | None = None
    issuer: BodyCode | None = None
    content_kind: ContentKind | None = None
    state: GuidanceState | None = None
    movement_code: MovementCode | None = None


class GuidanceRecord(Answer):
    """A guiding document, and by how many bodies it was read."""

    guidance_id: str
    kind: GuidanceKind
    doc_number: str
    title: str
    issuer_org: str
    unit_code: str
    audience_levels: list[Level]
    movement_code: MovementCode | None
    copies: int | None
    issued_on: date
    effective_on: date
    replaces_id: str | None
    replaced_by_id: str | None
    state: GuidanceState
    withdrawn_on: date | None
    reason: str | None = Field(description="Why it was withdrawn")
    content_kind: ContentKind | None
    content: GuidanceContent | None
    coord_orgs: list[str]
    addressees: list[str]
    receipts: int = Field(description="Bodies that confirmed that they have read it")


class GuidancePage(Page[GuidanceRecord]):
    """One page of guiding documents."""


class GuidanceReceipts(ListQuery):
    """Who confirmed that they have read a guidance."""

    guidance_id: str


class ReceiptRecord(Answer):
    """A body's confirmation that it has read a guidance."""

    body: str
    read_on: date
    recorded_at: datetime


class ReceiptPage(Page[ReceiptRecord]):
    """One page of read receipts."""


class RegistrationCounts(_PlaceAndYear):
    """How many households registered, by area, year and content; never which."""


class AreaCount(Answer):
    """Households of one residential area that registered for one year."""

    kdc_id: str
    year: int
    households: int
    by_content: dict[ContentCode, int] = Field(description="Households that registered each content")


class AreaCountPage(Page[AreaCount]):
    """One page of counts; it holds whole areas."""


class HistoryOf(ListQuery):
    """The steps taken with one object."""

    object_id: str


class StepRecord(Answer):
    """A step that a body took with an object, and the state in which it stood then."""

    step: str
    state: str
    body: str
    on: date
    recorded_at: datetime
    reason: str | None


class StepPage(Page[StepRecord]):
    """One page of steps, the oldest first."""
