"""The list of drives, open to everyone."""

from funds.drives.answers import drive_view
from funds.drives.messages import DrivePage, Drives
from funds.drives.repository import Drives as KeptDrives
from funds.drives.repository import Funds
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(Drives, get="/drives", may=anyone, vi="Danh sách đợt vận động")
def drives(asked: Drives, work: Work) -> DrivePage:
    """List drives, the oldest first.

    `unit` means that unit and all below it, as they were on the day the drive opened.
    """
    found, cursor = KeptDrives(work).page(asked)
    funds = Funds(work)
    items = [drive_view(drive, funds.get(drive.fund_id), work) for drive in found]
    return DrivePage(items=items, next_cursor=cursor)
