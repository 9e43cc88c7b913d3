"""Opening a drive."""

from contracts.funds.commands import DriveStanding, OpenDrive
from contracts.funds.events import DriveOpened
from contracts.reference import Place
from funds.board import fund_board
from funds.domain.campaign import unknown_campaign
from funds.domain.coordination import RAISING_DUTIES, check_coordinators, evidence_of_drive
from funds.domain.drive import Drive
from funds.domain.fund import Fund
from funds.store.store import FundsStore
from shared.authority import own_unit, same_level
from shared.service import command
from shared.work import Work


@command(OpenDrive, post="/drives", may=fund_board & own_unit() & same_level(), duties=RAISING_DUTIES)
def open_drive(wanted: OpenDrive, work: Work[FundsStore]) -> DriveStanding:
    """Open a drive for the board's own fund, which begins with its first drive.

    Duty II.2a-a; with a coordinating state agency II.2b-a, with the one for poverty reduction
    III.1.1-c. Relief funds are not named by II.2a, so their drives are evidence of none.
    The target is whole VND. Raises InvalidField (unit_code, campaign_id, coord_orgs, end_on).
    """
    place = Place.on(wanted.unit_code, work.today)
    _check_campaign(wanted, work)
    check_coordinators(wanted.coord_orgs, work.actor.level, work.today)
    fund = work.store.fund_of(wanted.fund_kind, place.unit_id) or _new_fund(wanted, place, work)
    drive = _new_drive(wanted, fund, place, work)
    _tell(drive, fund, work)
    return DriveStanding(drive_id=drive.id, fund_id=fund.id, state=drive.state_on(work.today))


def _check_campaign(wanted: OpenDrive, work: Work[FundsStore]) -> None:
    if wanted.campaign_id is None:
        return
    campaign = work.store.campaign(wanted.campaign_id)
    if campaign is None:
        raise unknown_campaign(wanted.campaign_id)
    campaign.check_covers(wanted.unit_code, work.today)


def _new_fund(wanted: OpenDrive, place: Place, work: Work[FundsStore]) -> Fund:
    fund = Fund(
        id=work.new_id("fnd"),
        kind=wanted.fund_kind,
        level=work.actor.level,
        unit_id=place.unit_id,
        unit_code=place.code,
        opened_on=work.today,
    )
    work.store.add(fund)
    return fund


def _new_drive(wanted: OpenDrive, fund: Fund, place: Place, work: Work[FundsStore]) -> Drive:
    drive = Drive(
        id=work.new_id("drv"),
        fund_id=fund.id,
        unit_path=place.path,
        name=wanted.name,
        campaign_id=wanted.campaign_id,
        start_on=wanted.start_on,
        end_on=wanted.end_on,
        target_vnd=wanted.target_vnd,
        coord_orgs=list(wanted.coord_orgs),
    )
    work.store.add(drive)
    return drive


def _tell(drive: Drive, fund: Fund, work: Work[FundsStore]) -> None:
    opened = DriveOpened(
        drive_id=drive.id,
        fund_id=fund.id,
        level=fund.level,
        unit_code=fund.unit_code,
        campaign_id=drive.campaign_id,
        start_on=drive.start_on,
        end_on=drive.end_on,
        target_vnd=drive.target_vnd,
        coord_orgs=drive.coord_orgs,
    )
    work.emit(opened, duties=evidence_of_drive(fund.kind, drive.coord_orgs, work.today))
