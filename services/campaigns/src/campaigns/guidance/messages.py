"""What may be asked of and about guiding documents, and how it is answered."""

from datetime import date
from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import CountedOn, ReplacedById
from campaigns.guidance.domain.content import ApprovingBody, GuidanceContent, TextRef
from campaigns.guidance.domain.guidance import AcknowledgementState, GuidanceState
from contracts.campaigns.guidance import ContentKind, Copies
from contracts.messages import Answer, Command, ListQuery, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    BODY,
    COUNT,
    ID,
    AgencyCode,
    ApprovedOn,
    AreaCode,
    CoordinatingBodies,
    DecisionNumber,
    DocNumber,
    DocTitle,
    EffectiveDay,
    GuidanceId,
    GuidanceKind,
    IssuedOn,
    IssuingBody,
    Levels,
    MovementCode,
    Reason,
    RecordedAt,
    ReplacesId,
    UnitCode,
    WithdrawnOn,
)

AddresseeAgencies = Annotated[list[AgencyCode], Named("Nơi nhận", "Addressees")]
ReadReceiptId = Annotated[str, ID, Named("Mã xác nhận đã đọc", "Receipt id")]
ReadReceiptCount = Annotated[int, COUNT, Named("Số cơ quan xác nhận đã đọc", "Read receipts")]
ReadingBody = Annotated[str, BODY, Named("Cơ quan nhận, đọc văn bản", "Reading body")]
ReadOn = Annotated[date, Named("Ngày xác nhận đã đọc", "Read on")]
HasRead = Annotated[bool, Named("Đã đọc", "Read")]
IsAddressed = Annotated[bool, Named("Thuộc nơi nhận", "Addressed")]
AddressedCount = Annotated[int, COUNT, Named("Số cơ quan nhận văn bản", "Bodies addressed")]
ReadCount = Annotated[int, COUNT, Named("Số cơ quan đã đọc", "Bodies that have read it")]
ConventionId = Annotated[str, ID, Named("Mã quy ước, hương ước", "Convention id")]


class IssueGuidance(Command):
    """Issue a guiding document to bodies of the named levels."""

    kind: GuidanceKind
    doc_number: DocNumber = Field(examples=["12/HD-MTTQ-BTT"])
    title: DocTitle
    audience_levels: Levels = Field(min_length=1)
    effective_on: EffectiveDay
    replaces_id: ReplacesId | None = Field(
        default=None, description="The issuer's own guidance that this replaces"
    )
    movement_code: MovementCode | None = Field(
        default=None, description="The movement that a state body integrates; for kind `integration` only"
    )
    copies: Copies | None = Field(default=None, description="Printed copies, for material")
    content: GuidanceContent | None = Field(
        default=None, description="What it holds, by kind; a `training_plan` goes out as kind `guidance`"
    )
    coordinating_bodies: CoordinatingBodies = Field(
        default=[], max_length=50, description="Bodies together with which it was made"
    )
    addressee_agencies: AddresseeAgencies = Field(
        default=[],
        max_length=20,
        description="Agencies for which it is meant; committees of the issuer's side where none is named",
    )


class AcknowledgeGuidance(Command):
    """Confirm that the acting body has read a guidance addressed to its level."""

    guidance_id: GuidanceId


class WithdrawGuidance(Command):
    """Withdraw a document without another in its place; its issuer does."""

    guidance_id: GuidanceId
    decision_no: DecisionNumber
    reason: Reason


class GuidanceStanding(Answer, vi="Tình trạng văn bản hướng dẫn"):
    """Where a guidance now stands."""

    guidance_id: GuidanceId
    state: GuidanceState


class Acknowledgement(Answer, vi="Xác nhận đã đọc văn bản"):
    """A body's receipt for a guidance."""

    receipt_id: ReadReceiptId
    guidance_id: GuidanceId
    state: AcknowledgementState


class GuidanceById(Query):
    """One guidance."""

    guidance_id: GuidanceId


class GuidanceList(TextListQuery):
    """Guidance issued in a year; of a unit and all below it."""

    kind: GuidanceKind | None = None
    issuing_body: IssuingBody | None = None
    content_kind: ContentKind | None = None
    state: GuidanceState | None = None
    movement_code: MovementCode | None = None


class GuidanceRecord(Answer, vi="Văn bản hướng dẫn"):
    """A guiding document, and by how many bodies it was read."""

    guidance_id: GuidanceId
    kind: GuidanceKind
    doc_number: DocNumber
    title: DocTitle
    issuing_body: IssuingBody
    unit_code: UnitCode
    audience_levels: Levels
    movement_code: MovementCode | None
    copies: Copies | None
    issued_on: IssuedOn
    effective_on: EffectiveDay
    replaces_id: ReplacesId | None
    replaced_by_id: ReplacedById | None
    state: GuidanceState
    withdrawn_on: WithdrawnOn | None
    reason: Reason | None = Field(description="Why it was withdrawn")
    content_kind: ContentKind | None
    content: GuidanceContent | None
    coordinating_bodies: CoordinatingBodies
    addressee_agencies: AddresseeAgencies
    receipts: ReadReceiptCount = Field(description="Bodies that confirmed that they have read it")


class GuidancePage(Page[GuidanceRecord], vi="Danh sách văn bản hướng dẫn"):
    """One page of guiding documents."""


class GuidanceReceipts(TextListQuery):
    """Who confirmed that they have read a guidance, by place, day of reading and name."""

    guidance_id: GuidanceId


class ReceiptRecord(Answer, vi="Xác nhận đã đọc"):
    """A body's confirmation that it has read a guidance."""

    reading_body: ReadingBody
    read_on: ReadOn
    recorded_at: RecordedAt


class ReceiptPage(Page[ReceiptRecord], vi="Các cơ quan đã xác nhận đọc"):
    """One page of read receipts."""


class GuidanceReaders(TextListQuery):
    """Who has read a document by the day of `as_of`, and who has not, by place, day of reading and name."""

    guidance_id: GuidanceId
    read: HasRead | None = Field(
        default=None, description="Only those that have, or only those that have not"
    )


class ReaderRecord(Answer, vi="Cơ quan nhận, đọc văn bản"):
    """A body to which a document is addressed, or which has read it."""

    reading_body: ReadingBody
    unit_code: UnitCode
    addressed: IsAddressed = Field(description="Whether the document is meant for it by name of its agency")
    read_on: ReadOn | None


class ReaderPage(Page[ReaderRecord], vi="Tình hình đọc văn bản hướng dẫn"):
    """One page of readers by name; the counts are of all in the unit, whatever else is asked for."""

    on: CountedOn
    addressed: AddressedCount = Field(description="Bodies for which it is meant")
    read: ReadCount = Field(description="Those of them that have read it")


class ConventionList(ListQuery):
    """Village conventions told by documents that are in force, by the day of their approval."""


class ConventionRecord(Answer, vi="Quy ước, hương ước"):
    """The village convention of a residential area, as a document tells it."""

    convention_id: ConventionId
    guidance_id: GuidanceId
    area_code: AreaCode
    text_ref: TextRef
    approved_on: ApprovedOn
    approving_body: ApprovingBody


class ConventionPage(Page[ConventionRecord], vi="Danh sách quy ước, hương ước"):
    """One page of village conventions."""
