"""The table of contents of the feature «campaigns»."""

from campaigns.campaigns.commands.launch_campaign import launch_campaign
from campaigns.campaigns.domain.campaign import LIFECYCLE, Campaign
from campaigns.campaigns.queries.campaign_by_id import campaign_by_id
from campaigns.campaigns.queries.campaign_list import campaign_list
from campaigns.campaigns.reactions.link_drive import link_drive
from contracts.campaigns.campaigns import CampaignLaunched
from shared.service import Feature, Subject

campaigns = Feature(
    commands=[launch_campaign],
    queries=[campaign_by_id, campaign_list],
    reactions=[link_drive],
    events=[CampaignLaunched],
    subjects=[Subject("cmp", Campaign, LIFECYCLE)],
)
