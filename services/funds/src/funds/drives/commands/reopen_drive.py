"""Re-opening a drive."""

from contracts.funds.drives import DriveReopened
from funds.drives.answers import drive_standing
from funds.drives.guards import check_of_own_fund, fund_board, fund_of_own_drive
from funds.drives.messages import DriveStanding, ReopenDrive
from funds.drives.repository import Drives
from shared.service import command
from shared.work import Work


@command(
    ReopenDrive,
    post="/drives/{drive_id}/reopen",
    may=fund_board,
    vi="Mở lại đợt vận động",
    takes=["drive:reopen"],
    checks=check_of_own_fund,
)
def reopen_drive(wanted: ReopenDrive, work: Work) -> DriveStanding:
    """Open a drive again that its board closed. Raises NotFound, NotAllowed, WrongStep, DayBeforeLastStep."""
    drive = Drives(work).get(wanted.drive_id)
    fund = fund_of_own_drive(drive, work)
    drive.reopen(wanted.reason, work.today)
    reopened = DriveReopened(
        drive_id=drive.id, fund_id=fund.id, unit_code=fund.unit_code, reopened_on=work.today
    )
    work.emit(reopened, duties=())
    return drive_standing(drive, work)
