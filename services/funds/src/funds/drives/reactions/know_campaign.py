"""What a launched campaign means here: drives may now name it."""

from contracts.campaigns.campaigns import CampaignLaunched
from funds.drives.domain.campaign import KnownCampaign
from funds.drives.repository import KnownCampaigns
from shared.service import reaction
from shared.work import Work


@reaction(CampaignLaunched, replayable=True)
def know_campaign(launched: CampaignLaunched, work: Work) -> None:
    """Keep what a drive must know of the campaign; heard again, it changes nothing."""
    campaign = KnownCampaign(
        id=launched.campaign_id,
        code=launched.code,
        name_vi=launched.name_vi,
        unit_code=launched.unit_code,
        start_on=launched.start_on,
        end_on=launched.end_on,
    )
    KnownCampaigns(work).know(campaign)
