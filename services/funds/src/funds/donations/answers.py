"""How donations answer."""

from funds.donations.domain.donation import Donation, Reversal
from funds.donations.messages import DonorKindTotal, ReceiptView
from funds.donations.repository import Donations, Given
from funds.pledges.domain.donor import Donor
from funds.pledges.repository import Donors
from shared.work import Work


def receipt_of(donation: Donation, work: Work) -> ReceiptView:
    """Show a receipt with its donor's name and, where it was taken back, its reversal."""
    donor = Donors(work).named(donation.donor_id)
    return _receipt_view(donation, donor, Donations(work).reversal_of(donation.id))


def donor_kind_total(given: Given) -> DonorKindTotal:
    """Show what one kind of donor gave."""
    return DonorKindTotal(
        donor_kind=given.donor_kind, received_vnd=given.received_vnd, donations=given.donations
    )


def _receipt_view(donation: Donation, donor: Donor | None, reversal: Reversal | None) -> ReceiptView:
    return ReceiptView(
        donation_id=donation.id,
        receipt_no=donation.receipt_no,
        fund_id=donation.fund_id,
        drive_id=donation.drive_id,
        pledge_id=donation.pledge_id,
        donor_id=donation.donor_id,
        donor_kind=donation.donor_kind,
        donor_name=donor.name if donor else None,
        minutes_ref=donation.minutes_ref,
        kind=donation.kind,
        amount_vnd=donation.amount_vnd,
        restriction=donation.restriction,
        received_on=donation.received_on,
        state=donation.state,
        reversal_no=reversal.reversal_no if reversal else None,
        reversal_reason=reversal.reason if reversal else None,
        reversed_on=reversal.reversed_on if reversal else None,
    )
