"""Closing a drive."""

from funds.drives.answers import drive_standing
from funds.drives.guards import check_of_own_fund, fund_board, own_drive
from funds.drives.messages import CloseDrive, DriveStanding
from shared.service import command
from shared.work import Work


@command(
    CloseDrive,
    post="/drives/{drive_id}/close",
    may=fund_board,
    vi="Kết thúc đợt vận động",
    takes=["drive:close"],
    checks=check_of_own_fund,
)
def close_drive(wanted: CloseDrive, work: Work) -> DriveStanding:
    """Close an open drive; pledges made before may still be fulfilled.

    The board decides the day; `end_on` alone closes nothing. Raises NotFound, NotAllowed, WrongStep.
    """
    drive = own_drive(wanted.drive_id, work)
    drive.close(work.today)
    return drive_standing(drive, work)
