"""Campaigns, as the public may see them."""

from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.queries import (
    CampaignById,
    CampaignDetail,
    CampaignList,
    CampaignPage,
    CampaignRecord,
    LinkedDrive,
)
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(CampaignById, get="/campaigns/{campaign_id}", may=anyone)
def campaign_by_id(asked: CampaignById, work: Work[CampaignStore]) -> CampaignDetail:
    """Show a campaign and the drives of funds that support it. Raises NotFound."""
    campaign = work.store.campaign(asked.campaign_id)
    drives = [record(LinkedDrive, drive, drive_id=drive.id) for drive in work.store.drives(campaign.id)]
    return record(CampaignDetail, campaign, campaign_id=campaign.id, drives=drives)


@query(CampaignList, get="/campaigns", may=anyone)
def campaign_list(asked: CampaignList, work: Work[CampaignStore]) -> CampaignPage:
    """List campaigns of a unit and all below it that run in a year."""
    found, after = work.store.campaigns(asked)
    items = [record(CampaignRecord, each, campaign_id=each.id) for each in found]
    return CampaignPage(items=items, next_cursor=after)
