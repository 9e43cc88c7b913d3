"""Opening a drive."""

from contracts.funds.drives import DriveOpened
from contracts.reference import Place, acting_level
from funds.drives.answers import drive_standing
from funds.drives.domain.campaign import unknown_campaign
from funds.drives.domain.coordination import RAISING_DUTIES, check_coordinators, evidence_of_drive
from funds.drives.domain.drive import Drive
from funds.drives.domain.fund import Fund
from funds.drives.guards import fund_board
from funds.drives.messages import DriveStanding, OpenDrive
from funds.drives.repository import Drives, Funds, KnownCampaigns
from shared.authority import own_unit, same_level
from shared.service import command
from shared.work import Work


@command(
    OpenDrive,
    post="/drives",
    may=fund_board & own_unit() & same_level(),
    vi="Mở đợt vận động",
    duties=RAISING_DUTIES,
    takes=["drive:open"],
)
def open_drive(wanted: OpenDrive, work: Work) -> DriveStanding:
    """Open a drive for the board's own fund, which begins with its first drive.

    Duty II.2a-a; with a coordinating state agency II.2b-a, with the one for poverty reduction
    III.1.1-c. Relief funds are not named by II.2a, so their drives are evidence of none.
    The target is whole VND. Raises InvalidField (unit_code, campaign_id, coordinating_bodies, end_on).
    """
    place = Place.on(wanted.unit_code, work.today)
    _check_campaign(wanted, work)
    check_coordinators(wanted.coordinating_bodies, work.actor.level, work.today)
    fund = Funds(work).of(wanted.fund_kind, place.unit_id)
    if fund is None:
        fund = _new_fund(wanted, place, work)
        Funds(work).add(fund)
    drive = _new_drive(wanted, fund, place, work)
    Drives(work).add(drive)
    _tell(drive, fund, work)
    return drive_standing(drive, work)


def _check_campaign(wanted: OpenDrive, work: Work) -> None:
    if wanted.campaign_id is None:
        return
    campaign = KnownCampaigns(work).find(wanted.campaign_id)
    if campaign is None:
        raise unknown_campaign()
    campaign.check_covers(wanted.unit_code, work.today)


def _new_fund(wanted: OpenDrive, place: Place, work: Work) -> Fund:
    return Fund(
        id=work.new_id("fnd"),
        kind=wanted.fund_kind,
        level=acting_level(work.actor.level),
        unit_id=place.unit_id,
        unit_code=place.code,
        opened_on=work.today,
    )


def _new_drive(wanted: OpenDrive, fund: Fund, place: Place, work: Work) -> Drive:
    return Drive(
        id=work.new_id("drv"),
        fund_id=fund.id,
        path=place.path,
        opening_body=work.actor.body,
        name=wanted.name,
        campaign_id=wanted.campaign_id,
        opened_on=work.today,
        start_on=wanted.start_on,
        end_on=wanted.end_on,
        target_vnd=wanted.target_vnd,
        coordinating_bodies=list(wanted.coordinating_bodies),
    )


def _tell(drive: Drive, fund: Fund, work: Work) -> None:
    opened = DriveOpened(
        drive_id=drive.id,
        fund_id=fund.id,
        level=fund.level,
        unit_code=fund.unit_code,
        campaign_id=drive.campaign_id,
        start_on=drive.start_on,
        end_on=drive.end_on,
        target_vnd=drive.target_vnd,
        coordinating_bodies=drive.coordinating_bodies,
    )
    work.emit(opened, duties=evidence_of_drive(fund.kind, drive.coordinating_bodies, work.today))
