"""How drives answer."""

from funds.drives.domain.drive import Drive
from funds.drives.domain.fund import Fund
from funds.drives.messages import DriveStanding, DriveView
from shared.work import Work


def drive_standing(drive: Drive, work: Work) -> DriveStanding:
    """Say where a drive stands today."""
    return DriveStanding(drive_id=drive.id, fund_id=drive.fund_id, state=drive.state_on(work.today))


def drive_view(drive: Drive, fund: Fund, work: Work) -> DriveView:
    """Show a drive as it stands today."""
    return DriveView(
        drive_id=drive.id,
        fund_id=fund.id,
        fund_kind=fund.kind,
        level=fund.level,
        unit_code=fund.unit_code,
        name=drive.name,
        campaign_id=drive.campaign_id,
        start_on=drive.start_on,
        end_on=drive.end_on,
        target_vnd=drive.target_vnd,
        coordinating_bodies=drive.coordinating_bodies,
        state=drive.state_on(work.today),
        closed_on=drive.closed_on,
    )
