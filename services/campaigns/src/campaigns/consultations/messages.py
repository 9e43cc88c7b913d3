"""What may be asked of and about consultations, and how it is answered."""

from pydantic import Field

from campaigns.consultations.domain.consultation import ConsultationState
from contracts.campaigns.consultations import ConcludedOn, ConsultationTopics
from contracts.messages import Answer, Command, Page, Query, TextListQuery
from contracts.values import (
    CampaignId,
    ChairBody,
    ConsultationId,
    HeldOn,
    MinutesRef,
    ParticipantBodies,
    Reason,
    UnitCode,
)


class HoldConsultation(Command):
    """Record that the Front consulted its members about a campaign."""

    campaign_id: CampaignId
    topics: ConsultationTopics = Field(min_length=1, max_length=50)
    participant_bodies: ParticipantBodies = Field(
        min_length=1, max_length=100, description="Front members consulted"
    )


class ConcludeConsultation(Command):
    """Conclude a consultation, once its minutes exist."""

    consultation_id: ConsultationId
    minutes_ref: MinutesRef = Field(description="Number of the minutes in the chair's files")


class ReopenConsultation(Command):
    """Take the conclusion of a consultation back, with the reason: it is concluded anew by other minutes."""

    consultation_id: ConsultationId
    reason: Reason


class ConsultationStanding(Answer, vi="Tình trạng cuộc hiệp thương"):
    """Where a consultation now stands."""

    consultation_id: ConsultationId
    state: ConsultationState


class ConsultationById(Query):
    """One consultation."""

    consultation_id: ConsultationId


class ConsultationList(TextListQuery):
    """Consultations held in a year; `text` is found in their topics."""

    state: ConsultationState | None = None


class ConsultationRecord(Answer, vi="Cuộc hiệp thương"):
    """A consultation of the Front with its members."""

    consultation_id: ConsultationId
    campaign_id: CampaignId
    chair_body: ChairBody
    unit_code: UnitCode
    topics: ConsultationTopics
    participant_bodies: ParticipantBodies
    held_on: HeldOn
    state: ConsultationState
    minutes_ref: MinutesRef | None
    concluded_on: ConcludedOn | None


class ConsultationPage(Page[ConsultationRecord], vi="Danh sách cuộc hiệp thương"):
    """One page of consultations."""
