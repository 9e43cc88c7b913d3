"""One receipt, for the fund's own board: it shows a name."""

from funds.donations.answers import receipt_of
from funds.donations.messages import Receipt, ReceiptView
from funds.donations.repository import Donations
from funds.drives.guards import check_of_own_fund, fund_board
from shared.service import query
from shared.work import Work


@query(Receipt, get="/donations/{donation_id}", may=fund_board, vi="Phiếu thu", personal=True)
def receipt(asked: Receipt, work: Work) -> ReceiptView:
    """Show one receipt with its donor's name. Raises NotFound, NotAllowed."""
    donation = Donations(work).get(asked.donation_id)
    check_of_own_fund(donation, work)
    return receipt_of(donation, work)
