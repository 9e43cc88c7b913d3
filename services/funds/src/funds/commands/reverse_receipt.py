"""Reversing a receipt."""

from contracts.funds.commands import ReceiptTakenBack, ReverseReceipt
from contracts.funds.events import ReceiptReversed
from funds.board import fund_board, own_fund
from funds.domain.donation import Donation, Reversal
from funds.domain.fund import Fund
from funds.domain.ledger import entry_of_reversal
from funds.domain.pledge import Pledge
from funds.standings import pledge_standing
from funds.store.store import FundsStore
from shared.service import command
from shared.work import Work


@command(ReverseReceipt, post="/donations/{donation_id}/reverse", may=fund_board)
def reverse_receipt(wanted: ReverseReceipt, work: Work[FundsStore]) -> ReceiptTakenBack:
    """Take a receipt back by an entry with swapped sides; the receipt keeps its number in its book.

    A pledge that the gift had fulfilled is owed again. The event tells the reason's code, never the note.
    Raises NotFound, NotAllowed, WrongStep, BalanceBelowZero, InvalidField (occurred_on).
    """
    donation = work.store.donation(wanted.donation_id)
    fund = own_fund(donation.fund_id, work)
    donation.reverse(work.today)
    reversal = _new_reversal(wanted, donation, work)
    work.store.add(reversal)
    original = work.store.entry_of_gift(donation.id)
    work.store.post(entry_of_reversal(work.new_id("ent"), original, work.today))
    pledge = _owe_again(donation, work)
    _tell(reversal, donation, fund, work)
    return _answer(reversal, donation, pledge)


def _new_reversal(wanted: ReverseReceipt, donation: Donation, work: Work[FundsStore]) -> Reversal:
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
        number=work.store.next_reversal_number(donation.fund_id, year),
    )


def _owe_again(donation: Donation, work: Work[FundsStore]) -> Pledge | None:
    if donation.pledge_id is None:
        return None
    pledge = work.store.pledge(donation.pledge_id)
    pledge.give_back(donation.amount_vnd)
    return pledge


def _tell(reversal: Reversal, donation: Donation, fund: Fund, work: Work[FundsStore]) -> None:
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
