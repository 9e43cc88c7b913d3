"""What the campaigns service tells of households, which are references that name nobody."""

from pydantic import Field

from contracts.messages import Event
from contracts.values import AreaCode, CampaignId, ContentCodes, HouseholdRef, RegisteredOn, Year


class HouseholdRegistered(
    Event,
    service="campaigns",
    subject="household_ref",
    unit="area_code",
    vi="Hộ gia đình đã đăng ký",
):
    """A household registered contents of the campaign for a year; the reference names nobody."""

    household_ref: HouseholdRef = Field(
        description="Opaque reference, the same for a household in every year"
    )
    campaign_id: CampaignId
    area_code: AreaCode
    content_codes: ContentCodes
    year: Year
    registered_on: RegisteredOn
