"""Closing a drive."""

from contracts.funds.commands import CloseDrive, DriveStanding
from funds.board import fund_board, own_fund
from funds.store.store import FundsStore
from shared.service import command
from shared.work import Work


@command(CloseDrive, post="/drives/{drive_id}/close", may=fund_board)
def close_drive(wanted: CloseDrive, work: Work[FundsStore]) -> DriveStanding:
    """Close an open drive for good; pledges made before may still be fulfilled.

    The board decides the day; `end_on` alone closes nothing. Raises NotFound, NotAllowed, WrongStep.
    """
    drive = work.store.drive(wanted.drive_id)
    fund = own_fund(drive.fund_id, work)
    drive.close(work.today)
    return DriveStanding(drive_id=drive.id, fund_id=fund.id, state=drive.state_on(work.today))
