"""Donations of money with their receipts, and what a drive came to."""

from contracts.funds.donations import DonationReceived, ReceiptReversed
from funds.donations.commands.record_donation import record_donation
from funds.donations.commands.reverse_receipt import reverse_receipt
from funds.donations.domain.donation import LIFECYCLE, Donation
from funds.donations.queries.drive_balance import drive_balance
from funds.donations.queries.receipt import receipt
from funds.donations.queries.receipts import receipts
from shared.service import Feature, Subject

donations = Feature(
    commands=[record_donation, reverse_receipt],
    queries=[drive_balance, receipt, receipts],
    events=[DonationReceived, ReceiptReversed],
    subjects=[Subject("don", Donation, LIFECYCLE)],
)
