"""Launching a campaign."""

from campaigns.domain.bodies import STANDING
from campaigns.domain.campaign import Campaign, CodeTaken, distinct, duties_of_launch
from campaigns.guards import leads_campaigns
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import CampaignStanding, LaunchCampaign
from contracts.campaigns.events import CampaignLaunched
from shared.authority import own_unit
from shared.service import command
from shared.work import Work


@command(
    LaunchCampaign,
    post="/campaigns",
    may=leads_campaigns & own_unit("unit_code"),
    duties=("III.2a-a", "I.1-b"),
)
def launch_campaign(wanted: LaunchCampaign, work: Work[CampaignStore]) -> CampaignStanding:
    """Launch a campaign of the Front in its own unit.

    Duty III.2a-a where the province's standing board launches it; I.1-b where it answers movements
    of the state. Both days are inclusive.
    Raises: NotAllowed, CodeTaken, InvalidField (end before start, a code named twice).
    """
    if work.store.has_code(wanted.unit_code, wanted.code):
        raise CodeTaken(unit_code=wanted.unit_code, code=wanted.code)
    campaign = _campaign(wanted, work)
    work.store.add(campaign)
    duties = duties_of_launch(
        by_standing_board=STANDING in work.actor.functions, movement_codes=campaign.movement_codes
    )
    work.emit(_event(campaign, wanted), duties=duties)
    return CampaignStanding(campaign_id=campaign.id, state=campaign.state)


def _campaign(wanted: LaunchCampaign, work: Work[CampaignStore]) -> Campaign:
    return Campaign(
        id=work.new_id("cmp"),
        code=wanted.code,
        name_vi=wanted.name_vi,
        unit_code=wanted.unit_code,
        launched_by=work.actor.body,
        launched_on=work.today,
        start_on=wanted.start_on,
        end_on=wanted.end_on,
        content_codes=distinct(list(wanted.content_codes), "content_codes"),
        movement_codes=distinct(list(wanted.movement_codes), "movement_codes"),
        recorded_at=work.now,
    )


def _event(campaign: Campaign, wanted: LaunchCampaign) -> CampaignLaunched:
    return CampaignLaunched(
        campaign_id=campaign.id,
        code=campaign.code,
        name_vi=campaign.name_vi,
        unit_code=campaign.unit_code,
        start_on=campaign.start_on,
        end_on=campaign.end_on,
        content_codes=wanted.content_codes,
        movement_codes=wanted.movement_codes,
    )
