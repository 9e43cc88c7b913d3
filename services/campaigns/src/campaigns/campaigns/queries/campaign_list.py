"""Campaigns, as the public may see them."""

from campaigns.campaigns.answers import campaign_record
from campaigns.campaigns.messages import CampaignList, CampaignPage, CampaignRecord
from campaigns.campaigns.repository import Campaigns
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(CampaignList, get="/campaigns", may=anyone, vi="Danh sách cuộc vận động")
def campaign_list(asked: CampaignList, work: Work) -> CampaignPage:
    """List campaigns of a unit and all below it that run in a year."""
    found, after = Campaigns(work).page(asked)
    items = [campaign_record(CampaignRecord, each, work.today) for each in found]
    return CampaignPage(items=items, next_cursor=after)
