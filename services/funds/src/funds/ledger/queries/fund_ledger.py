"""A fund's ledger, for the fund's own board."""

from funds.drives.guards import fund_board, own_fund
from funds.ledger.answers import entry_view
from funds.ledger.messages import FundLedger, LedgerPage
from funds.ledger.repository import Ledger
from shared.service import query
from shared.work import Work


@query(FundLedger, get="/funds/{fund_id}/ledger", may=fund_board, vi="Sổ cái của quỹ")
def fund_ledger(asked: FundLedger, work: Work) -> LedgerPage:
    """List the entries of a fund in the order in which they were posted. Raises NotFound, NotAllowed."""
    fund = own_fund(asked.fund_id, work)
    found, cursor = Ledger(work).page(fund, asked)
    return LedgerPage(items=[entry_view(entry) for entry in found], next_cursor=cursor)
