"""One campaign, as the public may see it."""

from campaigns.campaigns.answers import campaign_record
from campaigns.campaigns.messages import CampaignById, CampaignDetail, LinkedDrive
from campaigns.campaigns.repository import Campaigns
from campaigns.common.record import record
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(CampaignById, get="/campaigns/{campaign_id}", may=anyone, vi="Cuộc vận động")
def campaign_by_id(asked: CampaignById, work: Work) -> CampaignDetail:
    """Show a campaign and the drives of funds that support it. Raises NotFound."""
    campaign = Campaigns(work).get(asked.campaign_id)
    drives = [record(LinkedDrive, each, drive_id=each.id) for each in Campaigns(work).drives(campaign.id)]
    return campaign_record(CampaignDetail, campaign, work.today, drives=drives)
