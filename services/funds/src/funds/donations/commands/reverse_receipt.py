"""Reversing a receipt."""

from contracts.funds.donations import ReceiptReversed
from funds.donations.domain.donation import Donation, Reversal
from funds.donations.messages import ReceiptTakenBack, ReverseReceipt
from funds.donations.repository import Donations
from funds.drives.domain.fund import Fund
from funds.drives.guards import check_of_own_fund, fund_board
from funds.drives.repository import Funds
from funds.ledger.domain.ledger import entry_of_reversal
from funds.ledger.repository import Ledger
from funds.pledges.answers import pledge_standing
from funds.pledges.domain.pledge import Pledge
from funds.pledges.repository import Pledges
from shared.service import command
from shared.work import Work


@command(
    ReverseReceipt,
    post="/donations/{donation_id}/reverse",
    may=fund_board,
    vi="Hủy phiếu thu",
    takes=["donation:reverse", "pledge:owe_part_again", "pledge:owe_again"],
    checks=check_of_own_fund,
)
def reverse_receipt(wanted: ReverseReceipt, work: Work) -> ReceiptTakenBack:
    """Take a receipt back by an entry with swapped sides; the receipt keeps its number in its book.

    A pledge that the donation had fulfilled is owed again. The event tells the reason's code, never the
    note. Raises NotFound, NotAllowed, WrongStep, BalanceBelowZero, DayBeforeLastStep.
    """
    donation = Donations(work).get(wanted.donation_id)
    check_of_own_fund(donation, work)
    donation.reverse(work.today, wanted.reason)
    reversal = _new_reversal(wanted, donation, work)
    Donations(work).add(reversal)
    original = Ledger(work).entry_of_donation(donation.id)
    Ledger(work).post(entry_of_reversal(work.new_id("ent"), original, work.today))
    pledge = Pledges(work).get(donation.pledge_id) if donation.pledge_id else None
    if pledge:
        pledge.give_back(donation.amount_vnd, work.today)
    _tell(reversal, donation, Funds(work).get(donation.fund_id), work)
    return _answer(reversal, donation, pledge)


def _new_reversal(wanted: ReverseReceipt, donation: Donation, work: Work) -> Reversal:
    year = work.today.year
    return Reversal(
        id=work.new_id("rev"),
        donation_id=donation.id,
        fund_id=donation.fund_id,
        reason=wanted.reason,
        note=wanted.note,
        reversed_on=work.today,
        reversed_by=work.actor.user,
        year=year,
        number=Donations(work).next_reversal_number(donation.fund_id, year),
    )


def _tell(reversal: Reversal, donation: Donation, fund: Fund, work: Work) -> None:
    work.emit(
        ReceiptReversed(
            donation_id=donation.id,
            fund_id=fund.id,
            fund_kind=fund.kind,
            unit_code=fund.unit_code,
            reversal_no=reversal.reversal_no,
            reason=reversal.reason,
            amount_vnd=donation.amount_vnd,
            reversed_on=reversal.reversed_on,
        )
    )


def _answer(reversal: Reversal, donation: Donation, pledge: Pledge | None) -> ReceiptTakenBack:
    return ReceiptTakenBack(
        donation_id=donation.id,
        receipt_no=donation.receipt_no,
        reversal_no=reversal.reversal_no,
        state=donation.state,
        pledge=pledge_standing(pledge) if pledge else None,
    )
