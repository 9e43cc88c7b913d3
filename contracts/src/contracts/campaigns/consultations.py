"""What the campaigns service tells of consultations (hiệp thương)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    CampaignId,
    ChairBody,
    ConsultationId,
    MinutesRef,
    ParticipantBodies,
    ReopenedOn,
    UnitCode,
)

ConsultationTopic = Annotated[
    str, Field(min_length=1, max_length=1000, pattern=r"\S"), Named("Nội dung hiệp thương", "Topic")
]
ConsultationTopics = Annotated[list[ConsultationTopic], Named("Nội dung hiệp thương", "Topics consulted on")]
ConcludedOn = Annotated[date, Named("Ngày kết luận hiệp thương", "Concluded on")]


class ConsultationConcluded(
    Event,
    service="campaigns",
    subject="consultation_id",
    unit="unit_code",
    vi="Đã kết luận hiệp thương",
):
    """The Front and its members ended a consultation, with minutes."""

    consultation_id: ConsultationId
    campaign_id: CampaignId
    chair_body: ChairBody
    participant_bodies: ParticipantBodies = Field(description="Bodies that took part")
    topics: ConsultationTopics
    minutes_ref: MinutesRef = Field(description="Number of the minutes in the chair's files")
    concluded_on: ConcludedOn
    unit_code: UnitCode


class ConsultationReopened(
    Event,
    service="campaigns",
    subject="consultation_id",
    unit="unit_code",
    vi="Đã mở lại cuộc hiệp thương",
):
    """The chair of a concluded consultation opened it again; why is in its history."""

    consultation_id: ConsultationId
    campaign_id: CampaignId
    chair_body: ChairBody
    unit_code: UnitCode
    reopened_on: ReopenedOn
