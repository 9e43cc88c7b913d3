"""What may be asked of the campaigns service, and what it answers."""

from datetime import date

from pydantic import Field

from contracts.campaigns.assignments.values import AgencyCode
from contracts.campaigns.documents.values import GuidanceContent
from contracts.campaigns.values import (
    AreaCode,
    AssignmentKind,
    BodyCode,
    ContentCode,
    GuidanceKind,
    Level,
    MovementCode,
    UnitCode,
)
from contracts.messages import Answer, Command, Message

ALL_CONTENTS: list[ContentCode] = ["ND1", "ND2", "ND3", "ND4", "ND5"]
SHORT, LONG, BATCH = 200, 1000, 500


class LaunchCampaign(Command):
    """Launch a campaign in the Front body's own unit."""

    code: str = Field(pattern=r"^[A-Z0-9][A-Z0-9-]{1,39}$", description="Short code, unique in the unit")
    name_vi: str = Field(min_length=1, max_length=SHORT)
    unit_code: UnitCode
    start_on: date
    end_on: date = Field(description="Last day of the campaign")
    content_codes: list[ContentCode] = Field(default=ALL_CONTENTS, min_length=1)
    movement_codes: list[MovementCode] = Field(
        default=[], description="State movements that the campaign answers"
    )


class HoldConsultation(Command):
    """Record that the Front consulted its members about a campaign."""

    campaign_id: str
    topics: list[str] = Field(min_length=1, max_length=50)
    participants: list[BodyCode] = Field(min_length=1, max_length=100, description="Front members consulted")


class ConcludeConsultation(Command):
    """Conclude a consultation, once its minutes exist."""

    consultation_id: str
    minutes_ref: str = Field(
        min_length=1,
        max_length=SHORT,
        pattern=r"\S",
        description="Number of the minutes in the chair's files",
    )


class ProposeResponsibility(Command):
    """Propose a responsibility to a member that was consulted."""

    consultation_id: str
    assignee: BodyCode
    kind: AssignmentKind
    content_code: ContentCode | None = Field(default=None, description="Required where kind is `content`")
    duty_id: str = Field(description="The programme's item that the responsibility serves, e.g. `II.1a-c`")
    unit_code: UnitCode
    due_on: date


class AgreeResponsibility(Command):
    """Agree to a responsibility; only its assignee can."""

    assignment_id: str


class DeclineResponsibility(Command):
    """Decline a responsibility with a reason; only its assignee can."""

    assignment_id: str
    reason: str = Field(min_length=1, max_length=LONG, pattern=r"\S")


class IssueGuidance(Command):
    """Issue a guiding document to bodies of the named levels."""

    kind: GuidanceKind
    doc_number: str = Field(min_length=1, max_length=80, pattern=r"\S", examples=["12/HD-MTTQ-BTT"])
    title: str = Field(min_length=1, max_length=SHORT)
    audience_levels: list[Level] = Field(min_length=1)
    effective_on: date
    replaces_id: str | None = Field(default=None, description="The issuer's own guidance that this replaces")
    movement_code: MovementCode | None = Field(
        default=None, description="The movement that a state body integrates; for kind `integration` only"
    )
    copies: int | None = Field(default=None, ge=1, description="Printed copies, for material")
    content: GuidanceContent | None = Field(
        default=None, description="What it holds, by kind; a `training_plan` goes out as kind `guidance`"
    )
    coord_orgs: list[BodyCode] = Field(
        default=[], max_length=50, description="Bodies together with which it was made"
    )
    addressees: list[AgencyCode] = Field(
        default=[],
        max_length=20,
        description="Agencies for which it is meant; committees of the issuer's side where none is named",
    )


class AcknowledgeGuidance(Command):
    """Confirm that the acting body has read a guidance addressed to its level."""

    guidance_id: str


class HouseholdEntry(Message):
    """One household of an area's own list, and the contents it takes upon itself."""

    list_number: int = Field(
        ge=1, le=999_999_999, description="Number in the area's private list; no event carries it"
    )
    content_codes: list[ContentCode] = Field(min_length=1)


class RegisterHouseholds(Command):
    """Register households of a residential area for a year of a campaign."""

    kdc_id: AreaCode
    campaign_id: str
    year: int = Field(ge=2017, le=2100)
    households: list[HouseholdEntry] = Field(min_length=1, max_length=BATCH)


class CampaignStanding(Answer):
    """Where a campaign now stands."""

    campaign_id: str
    state: str


class ConsultationStanding(Answer):
    """Where a consultation now stands."""

    consultation_id: str
    state: str


class AssignmentStanding(Answer):
    """Where a responsibility now stands."""

    assignment_id: str
    state: str


class GuidanceStanding(Answer):
    """Where a guidance now stands."""

    guidance_id: str
    state: str


class Acknowledgement(Answer):
    """A body's receipt for a guidance."""

    receipt_id: str
    guidance_id: str
    state: str


class RegisteredHousehold(Answer):
    """The opaque reference under which a household of the area's list is known."""

    registration_id: str
    household_ref: str
    list_number: int


class HouseholdsRegistered(Answer):
    """The registrations of one area that were made at once."""

    kdc_id: str
    year: int
    state: str
    registrations: list[RegisteredHousehold]
