"""Recording a gift of money."""

from contracts.errors import InvalidField
from contracts.funds.commands import ReceiptIssued, RecordGift
from contracts.funds.events import DonationReceived
from funds.board import fund_board, own_fund
from funds.domain.coordination import RAISING, evidence_of_raising
from funds.domain.donation import Donation
from funds.domain.fund import Fund
from funds.domain.ledger import entry_of_gift
from funds.domain.pledge import Pledge
from funds.donors import donor_of
from funds.standings import pledge_standing
from funds.store.store import FundsStore
from shared.service import command
from shared.work import Work


@command(RecordGift, post="/donations", may=fund_board, duties=(RAISING,))
def record_gift(given: RecordGift, work: Work[FundsStore]) -> ReceiptIssued:
    """Record a gift of money, issue the next receipt of the year's book and post it to the ledger.

    Duty II.2a-a. Whole VND; received on the day of the act. A gift that fulfils a pledge may not
    exceed what is still owed: the surplus is recorded as a gift of its own.
    Raises NotFound, NotAllowed, WrongStep, PledgeExceeded, InvalidField.
    """
    drive = work.store.drive(given.drive_id)
    fund = own_fund(drive.fund_id, work)
    drive.check_takes_gift(work.today, pledged=given.pledge_id is not None)
    pledge = _pledge_of(given, work)
    if pledge:
        pledge.check_restriction(given.restriction)
        pledge.receive(given.amount_vnd, work.today)
    donation = _new_donation(given, fund, pledge, work)
    work.store.add(donation)
    work.store.post(entry_of_gift(work.new_id("ent"), donation))
    _tell(donation, fund, work)
    return _answer(donation, pledge)


def _pledge_of(given: RecordGift, work: Work[FundsStore]) -> Pledge | None:
    if given.pledge_id is None:
        return None
    pledge = work.store.pledge(given.pledge_id)
    if pledge.drive_id != given.drive_id:
        raise InvalidField(
            "pledge_id",
            "pledge-of-the-drive",
            "Cam kết này thuộc đợt vận động khác",
            "This pledge was made to another drive",
        )
    pledge.check_donor(given.donor_kind, donor_id=given.donor_id, donor_name=given.donor_name)
    return pledge


def _new_donation(given: RecordGift, fund: Fund, pledge: Pledge | None, work: Work[FundsStore]) -> Donation:
    year = work.today.year
    return Donation(
        id=work.new_id("don"),
        fund_id=fund.id,
        drive_id=given.drive_id,
        pledge_id=given.pledge_id,
        donor_id=pledge.donor_id if pledge else donor_of(given, fund, work),
        donor_kind=given.donor_kind,
        minutes_ref=given.minutes_ref,
        kind=given.kind,
        amount_vnd=given.amount_vnd,
        restriction=pledge.restriction if pledge else given.restriction,
        received_on=work.today,
        received_by=work.actor.user,
        year=year,
        number=work.store.next_receipt_number(fund.id, year),
    )


def _tell(donation: Donation, fund: Fund, work: Work[FundsStore]) -> None:
    received = DonationReceived(
        donation_id=donation.id,
        fund_id=fund.id,
        fund_kind=fund.kind,
        drive_id=donation.drive_id,
        unit_code=fund.unit_code,
        donor_id=donation.donor_id,
        donor_kind=donation.donor_kind,
        kind=donation.kind,
        amount_vnd=donation.amount_vnd,
        receipt_no=donation.receipt_no,
        pledge_id=donation.pledge_id,
        restriction=donation.restriction,
        received_on=donation.received_on,
    )
    work.emit(received, duties=evidence_of_raising(fund.kind))


def _answer(donation: Donation, pledge: Pledge | None) -> ReceiptIssued:
    return ReceiptIssued(
        donation_id=donation.id,
        receipt_no=donation.receipt_no,
        donor_id=donation.donor_id,
        state=donation.state,
        pledge=pledge_standing(pledge) if pledge else None,
    )
