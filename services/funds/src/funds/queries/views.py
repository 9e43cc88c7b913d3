"""How objects of the domain are shown."""

from datetime import date

from contracts.funds.queries import DriveView, EntryLine, LedgerEntry, PledgeView, ReceiptView
from funds.domain.donation import Donation, Reversal
from funds.domain.donor import Donor
from funds.domain.drive import Drive
from funds.domain.fund import Fund
from funds.domain.ledger import Entry
from funds.domain.pledge import Pledge


def drive_view(drive: Drive, fund: Fund, on: date) -> DriveView:
    """Show a drive as it stands on a day."""
    return DriveView(
        drive_id=drive.id,
        fund_id=fund.id,
        fund_kind=fund.kind,
        level=fund.level,
        unit_code=fund.unit_code,
        name=drive.name,
        campaign_id=drive.campaign_id,
        start_on=drive.start_on,
        end_on=drive.end_on,
        target_vnd=drive.target_vnd,
        coord_orgs=drive.coord_orgs,
        state=drive.state_on(on),
        closed_on=drive.closed_on,
    )


def pledge_view(pledge: Pledge, donor: Donor | None) -> PledgeView:
    """Show a pledge with its donor's name; amounts are whole VND."""
    return PledgeView(
        pledge_id=pledge.id,
        drive_id=pledge.drive_id,
        donor_id=pledge.donor_id,
        donor_kind=pledge.donor_kind,
        donor_name=donor.name if donor else None,
        amount_vnd=pledge.amount_vnd,
        received_vnd=pledge.received_vnd,
        due_on=pledge.due_on,
        registered_on=pledge.registered_on,
        restriction=pledge.restriction,
        state=pledge.state,
    )


def receipt_view(donation: Donation, donor: Donor | None, reversal: Reversal | None) -> ReceiptView:
    """Show a receipt with its donor's name and, where it was taken back, its reversal."""
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


def entry_view(entry: Entry) -> LedgerEntry:
    """Show an entry with its lines."""
    lines = [
        EntryLine(account=line.account, side=line.side, amount_vnd=line.amount_vnd) for line in entry.lines
    ]
    return LedgerEntry(
        entry_id=entry.id,
        posted_on=entry.posted_on,
        cause=entry.cause,
        cause_id=entry.cause_id,
        reverses=entry.reverses,
        lines=lines,
    )
