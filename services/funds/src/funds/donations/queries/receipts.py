"""The receipts of a drive, for the fund's own board: they show names."""

from funds.donations.answers import receipt_of
from funds.donations.messages import ReceiptPage, Receipts
from funds.donations.repository import Donations
from funds.drives.guards import fund_board, own_drive
from shared.service import query
from shared.work import Work


@query(Receipts, get="/donations", may=fund_board, vi="Danh sách phiếu thu", personal=True)
def receipts(asked: Receipts, work: Work) -> ReceiptPage:
    """List the receipts of one drive, reversed ones among them. Raises NotFound, NotAllowed."""
    own_drive(asked.drive_id, work)
    found, cursor = Donations(work).page(asked)
    return ReceiptPage(items=[receipt_of(donation, work) for donation in found], next_cursor=cursor)
