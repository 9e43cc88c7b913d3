"""What the campaigns service tells of campaigns (cuộc vận động)."""

from typing import Annotated

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import CampaignId, ContentCodes, EndDay, MovementCode, NameVi, StartDay, UnitCode

CampaignCode = Annotated[
    str,
    Field(pattern=r"^[A-Z0-9][A-Z0-9-]{1,39}$", description="Short code, unique in the unit"),
    Named("Ký hiệu cuộc vận động", "Campaign code"),
]
MovementCodes = Annotated[list[MovementCode], Named("Các phong trào", "Movements")]


class CampaignLaunched(
    Event,
    service="campaigns",
    subject="campaign_id",
    unit="unit_code",
    vi="Đã phát động cuộc vận động",
):
    """A campaign of the Front begins in a unit."""

    campaign_id: CampaignId
    code: CampaignCode
    name_vi: NameVi
    unit_code: UnitCode
    start_on: StartDay
    end_on: EndDay = Field(description="Last day of the campaign")
    content_codes: ContentCodes
    movement_codes: MovementCodes = Field(description="State movements that the campaign answers")
