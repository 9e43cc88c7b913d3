"""What the feature «donations» of the funds service tells the others. A donor is a reference."""

from datetime import date
from typing import Annotated

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    NUMBER,
    DonationKind,
    DonorId,
    DonorKind,
    DriveId,
    FundId,
    FundKind,
    PledgeId,
    ReceivedOn,
    Restriction,
    ReversalReason,
    UnitCode,
    Vnd,
)
from contracts.values.ids import ID

DonationId = Annotated[str, ID, Named("Mã khoản ủng hộ", "Donation id")]
ReceiptNumber = Annotated[str, NUMBER, Named("Số phiếu thu", "Receipt number")]
ReversalNumber = Annotated[str, NUMBER, Named("Số chứng từ hủy phiếu thu", "Reversal number")]
ReversedOn = Annotated[date, Named("Ngày hủy phiếu thu", "Reversed on")]


class DonationReceived(Event, service="funds", subject="donation_id", unit="unit_code", vi="Đã nhận ủng hộ"):
    """A donation of money was received, and its receipt issued and posted.

    `receipt_no` is gap-free in the book of the fund and year. An anonymous donor has no reference.
    """

    donation_id: DonationId
    fund_id: FundId
    fund_kind: FundKind
    drive_id: DriveId
    unit_code: UnitCode
    donor_id: DonorId | None
    donor_kind: DonorKind
    kind: DonationKind
    amount_vnd: Vnd
    receipt_no: ReceiptNumber
    pledge_id: PledgeId | None = None
    restriction: Restriction = None
    received_on: ReceivedOn


class ReceiptReversed(Event, service="funds", subject="donation_id", unit="unit_code", vi="Đã hủy phiếu thu"):
    """A receipt was taken back by a counter-entry; the receipt itself stays in its book.

    `reversal_no` is gap-free in the fund's book of reversals of the year.
    """

    donation_id: DonationId
    fund_id: FundId
    fund_kind: FundKind
    unit_code: UnitCode
    reversal_no: ReversalNumber
    reason: ReversalReason
    amount_vnd: Vnd
    reversed_on: ReversedOn
