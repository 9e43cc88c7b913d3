"""Receipts, for the fund's own board: they show names."""

from sqlalchemy import select

from contracts.funds.queries import Receipt, ReceiptPage, Receipts, ReceiptView
from funds.board import fund_board, own_fund
from funds.domain.donation import Donation
from funds.queries.views import receipt_view
from funds.store import tables
from funds.store.store import FundsStore
from shared.paging import page_of
from shared.service import query
from shared.work import Work


@query(Receipt, get="/donations/{donation_id}", may=fund_board, personal=True)
def receipt(asked: Receipt, work: Work[FundsStore]) -> ReceiptView:
    """Show one receipt with its donor's name. Raises NotFound, NotAllowed."""
    donation = work.store.donation(asked.donation_id)
    own_fund(donation.fund_id, work)
    return _shown(donation, work)


@query(Receipts, get="/donations", may=fund_board, personal=True)
def receipts(asked: Receipts, work: Work[FundsStore]) -> ReceiptPage:
    """List the receipts of one drive, reversed ones among them. Raises NotFound, NotAllowed."""
    drive = work.store.drive(asked.drive_id)
    own_fund(drive.fund_id, work)
    statement = select(Donation).where(tables.donations.c.drive_id == drive.id)
    found, cursor = page_of(work.session, statement, tables.donations.c.id, asked)
    return ReceiptPage(items=[_shown(donation, work) for donation in found], next_cursor=cursor)


def _shown(donation: Donation, work: Work[FundsStore]) -> ReceiptView:
    donor = work.store.donor_or_none(donation.donor_id)
    return receipt_view(donation, donor, work.store.reversal_of(donation.id))
