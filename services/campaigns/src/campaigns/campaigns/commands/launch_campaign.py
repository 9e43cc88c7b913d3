"""Launching a campaign."""

from campaigns.campaigns.domain.campaign import Campaign, CodeTaken, duties_of_launch
from campaigns.campaigns.messages import CampaignStanding, LaunchCampaign
from campaigns.campaigns.repository import Campaigns
from campaigns.common.domain.front import STANDING
from campaigns.common.domain.lists import distinct
from campaigns.common.guards import leads_campaigns
from contracts.campaigns.campaigns import CampaignLaunched
from contracts.reference import Place, unit_name
from shared.authority import own_unit
from shared.service import command
from shared.work import Work


@command(
    LaunchCampaign,
    post="/campaigns",
    may=leads_campaigns & own_unit("unit_code"),
    vi="Phát động cuộc vận động",
    duties=("III.2a-a", "I.1-b"),
    takes=["campaign:launch"],
)
def launch_campaign(wanted: LaunchCampaign, work: Work) -> CampaignStanding:
    """Launch a campaign of the Front in its own unit.

    Duty III.2a-a where the province's standing board launches it; I.1-b where it answers movements
    of the state. Both days are inclusive.
    Raises: NotAllowed, CodeTaken, InvalidField (end before start, a code named twice).
    """
    if Campaigns(work).has_code(wanted.unit_code, wanted.code):
        raise CodeTaken(unit=unit_name(wanted.unit_code, work.today), code=wanted.code)
    campaign = _campaign(wanted, work)
    Campaigns(work).add(campaign)
    duties = duties_of_launch(
        by_standing_board=STANDING in work.actor.functions, movement_codes=campaign.movement_codes
    )
    work.emit(_event(campaign), duties=duties)
    return CampaignStanding(campaign_id=campaign.id, state=campaign.state)


def _campaign(wanted: LaunchCampaign, work: Work) -> Campaign:
    return Campaign(
        id=work.new_id("cmp"),
        code=wanted.code,
        name_vi=wanted.name_vi,
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        launching_body=work.actor.body,
        launched_on=work.today,
        start_on=wanted.start_on,
        end_on=wanted.end_on,
        content_codes=distinct(wanted.content_codes, "content_codes"),
        movement_codes=distinct(wanted.movement_codes, "movement_codes"),
        recorded_at=work.now,
    )


def _event(campaign: Campaign) -> CampaignLaunched:
    return CampaignLaunched(
        campaign_id=campaign.id,
        code=campaign.code,
        name_vi=campaign.name_vi,
        unit_code=campaign.unit_code,
        start_on=campaign.start_on,
        end_on=campaign.end_on,
        content_codes=campaign.content_codes,
        movement_codes=campaign.movement_codes,
    )
