"""A drive of a fund was opened: its campaign shows it."""

from campaigns.campaigns.domain.campaign import Drive
from campaigns.campaigns.repository import Campaigns
from contracts.funds.drives import DriveOpened
from shared.service import reaction
from shared.work import Work


@reaction(DriveOpened, replayable=True)
def link_drive(opened: DriveOpened, work: Work) -> None:
    """Link a drive to the campaign that it supports; a drive without campaign is none of ours.

    Raises: NotFound where the campaign was not launched here, so that the event is set aside.
    """
    if opened.campaign_id is None:
        return
    campaigns = Campaigns(work)
    drive = Drive(
        id=opened.drive_id,
        campaign_id=campaigns.get(opened.campaign_id).id,
        fund_id=opened.fund_id,
        unit_code=opened.unit_code,
        start_on=opened.start_on,
        end_on=opened.end_on,
        target_vnd=opened.target_vnd,
    )
    campaigns.link(drive)
