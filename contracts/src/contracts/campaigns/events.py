"""What the campaigns service tells the others."""

from datetime import date

from pydantic import Field

from contracts.campaigns.documents.values import ContentKind
from contracts.campaigns.values import AssignmentKind, ContentCode, GuidanceKind, Level, MovementCode
from contracts.messages import Event


class CampaignLaunched(Event, service="campaigns", subject="campaign_id", unit="unit_code"):
    """A campaign of the Front begins in a unit."""

    campaign_id: str
    code: str = Field(description="The campaign's own short code, unique in its unit")
    name_vi: str
    unit_code: str
    start_on: date
    end_on: date = Field(description="Last day of the campaign")
    content_codes: list[ContentCode]
    movement_codes: list[MovementCode] = Field(description="State movements that the campaign answers")


class ConsultationConcluded(Event, service="campaigns", subject="consultation_id", unit="unit_code"):
    """The Front and its members ended a consultation, with minutes."""

    consultation_id: str
    campaign_id: str
    chair_org: str
    participants: list[str] = Field(description="Bodies that took part")
    topics: list[str]
    minutes_ref: str = Field(description="Number of the minutes in the chair's files")
    concluded_on: date
    unit_code: str


class ResponsibilityAssigned(Event, service="campaigns", subject="assignment_id", unit="unit_code"):
    """A member organisation agreed to a responsibility proposed to it."""

    assignment_id: str
    consultation_id: str
    assignee_org: str
    kind: AssignmentKind
    content_code: ContentCode | None
    duty_id: str
    unit_code: str
    due_on: date
    proposed_by_org: str | None = Field(default=None, description="The body with which it was agreed")
    parent_id: str | None = Field(
        default=None, description="The responsibility from which it was handed down"
    )
    replaces_id: str | None = Field(default=None, description="The responsibility whose place it takes")


class GuidanceIssued(Event, service="campaigns", subject="guidance_id", unit="unit_code"):
    """A body issued a guiding document to bodies of the named levels."""

    guidance_id: str
    kind: GuidanceKind
    doc_number: str
    title: str
    issuer_org: str
    audience_levels: list[Level]
    copies: int | None = Field(description="Printed copies, for material")
    effective_on: date
    replaces_id: str | None = Field(description="The guidance that this one replaces")
    movement_code: MovementCode | None
    unit_code: str
    content_kind: ContentKind | None = Field(default=None, description="What it holds, where that was told")
    coord_orgs: list[str] = Field(default=[], description="Bodies together with which it was made")


class HouseholdRegistered(Event, service="campaigns", subject="household_ref", unit="kdc_id"):
    """A household registered contents of the campaign for a year; the reference names nobody."""

    household_ref: str = Field(description="Opaque reference, the same for a household in every year")
    campaign_id: str
    kdc_id: str = Field(description="Residential area")
    content_codes: list[ContentCode]
    year: int
    registered_on: date
