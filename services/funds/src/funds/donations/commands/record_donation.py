"""Recording a donation of money."""

from contracts.errors import InvalidField
from contracts.funds.donations import DonationReceived
from funds.donations.domain.donation import Donation, entry_of_donation
from funds.donations.messages import ReceiptIssued, RecordDonation
from funds.donations.repository import Donations
from funds.drives.domain.coordination import RAISING, evidence_of_raising
from funds.drives.domain.fund import Fund
from funds.drives.guards import check_of_own_fund, fund_board, fund_of_own_drive
from funds.drives.repository import Drives
from funds.ledger.repository import Ledger
from funds.pledges.answers import pledge_standing
from funds.pledges.domain.donor import Donor
from funds.pledges.domain.pledge import Pledge
from funds.pledges.donors import donor_of
from funds.pledges.repository import Donors, Pledges
from shared.service import command
from shared.work import Work


@command(
    RecordDonation,
    post="/donations",
    may=fund_board,
    vi="Ghi nhận ủng hộ",
    duties=(RAISING,),
    takes=[
        "donation:record",
        "drive:record_donation",
        "drive:record_pledged_donation",
        "pledge:receive_part",
        "pledge:fulfil",
    ],
    checks=check_of_own_fund,
)
def record_donation(wanted: RecordDonation, work: Work) -> ReceiptIssued:
    """Record a donation of money, issue the next receipt of the year's book and post it to the ledger.

    Duty II.2a-a. Whole VND; received on the day of the act. A donation that fulfils a pledge may not
    exceed what is still owed: the surplus is recorded as a donation of its own.
    Raises NotFound, NotAllowed, WrongStep, PledgeExceeded, InvalidField.
    """
    drive = Drives(work).get(wanted.drive_id)
    fund = fund_of_own_drive(drive, work)
    drive.check_takes_donation(work.today, pledged=wanted.pledge_id is not None)
    pledge = _pledge_of(wanted, work)
    donor = _donor_of(wanted, fund, pledge, work)
    if pledge:
        pledge.receive(wanted.amount_vnd, work.today)
    Donors(work).keep(donor)
    donation = _new_donation(wanted, fund, donor, pledge, work)
    Donations(work).add(donation)
    Ledger(work).post(entry_of_donation(work.new_id("ent"), donation))
    _tell(donation, fund, work)
    return _answer(donation, pledge)


def _pledge_of(wanted: RecordDonation, work: Work) -> Pledge | None:
    if wanted.pledge_id is None:
        return None
    pledge = Pledges(work).get(wanted.pledge_id)
    if pledge.drive_id != wanted.drive_id:
        raise InvalidField(
            "pledge_id",
            "pledge-of-the-drive",
            "Cam kết này thuộc đợt vận động khác",
            "This pledge was made to another drive",
        )
    pledge.check_donor(wanted.donor_kind, donor_id=wanted.donor_id, donor_name=wanted.donor_name)
    pledge.check_restriction(wanted.restriction)
    return pledge


def _donor_of(wanted: RecordDonation, fund: Fund, pledge: Pledge | None, work: Work) -> Donor | None:
    if pledge:
        return Donors(work).named(pledge.donor_id)
    return donor_of(fund, work, kind=wanted.donor_kind, donor_id=wanted.donor_id, name=wanted.donor_name)


def _new_donation(
    wanted: RecordDonation, fund: Fund, donor: Donor | None, pledge: Pledge | None, work: Work
) -> Donation:
    year = work.today.year
    return Donation(
        id=work.new_id("don"),
        fund_id=fund.id,
        drive_id=wanted.drive_id,
        pledge_id=wanted.pledge_id,
        donor_id=donor.id if donor else None,
        donor_kind=wanted.donor_kind,
        minutes_ref=wanted.minutes_ref,
        kind=wanted.kind,
        amount_vnd=wanted.amount_vnd,
        restriction=pledge.restriction if pledge else wanted.restriction,
        received_on=work.today,
        received_by=work.actor.user,
        year=year,
        number=Donations(work).next_receipt_number(fund.id, year),
    )


def _tell(donation: Donation, fund: Fund, work: Work) -> None:
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
