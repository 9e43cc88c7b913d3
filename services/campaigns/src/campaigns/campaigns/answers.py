"""How queries show a campaign."""

from datetime import date
from typing import TypeVar

from campaigns.campaigns.domain.campaign import Campaign
from campaigns.campaigns.messages import CampaignRecord
from campaigns.common.record import record

R = TypeVar("R", bound=CampaignRecord)


def campaign_record(model: type[R], campaign: Campaign, on: date, **more: object) -> R:
    """Show a campaign as it stands on a day."""
    return record(model, campaign, campaign_id=campaign.id, state=campaign.state_on(on), **more)
