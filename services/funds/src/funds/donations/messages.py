"""What may be asked about donations and their receipts, and what is answered."""

from typing import Annotated

from pydantic import Field

from contracts.funds.donations import DonationId, ReceiptNumber, ReversalNumber, ReversedOn
from contracts.messages import Answer, Command, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    COUNT,
    MOST_VND,
    DonationKind,
    DonorId,
    DonorKind,
    DriveId,
    FundId,
    MinutesRef,
    Note,
    PledgeId,
    ReceivedOn,
    Restriction,
    ReversalReason,
    Vnd,
)
from funds.donations.domain.donation import ReceiptState
from funds.drives.messages import DriveView
from funds.pledges.messages import DonorName, OutstandingVnd, PledgeStanding, ReceivedVnd

PledgedVnd = Annotated[int, Field(ge=0, le=MOST_VND), Named("Đã cam kết (đồng)", "Pledged (VND)")]
PledgeCount = Annotated[int, COUNT, Named("Số cam kết ủng hộ", "Pledges")]
DonationCount = Annotated[int, COUNT, Named("Số khoản ủng hộ", "Donations")]


class RecordDonation(Command):
    """Record a donation of money that was received, issue its receipt and post it to the ledger."""

    drive_id: DriveId
    pledge_id: PledgeId | None = Field(default=None, description="The pledge that this donation fulfils")
    donor_kind: DonorKind
    donor_id: DonorId | None = Field(default=None, description="A donor whom the fund already knows")
    donor_name: DonorName | None = Field(default=None, description="Private; needed of a new, named donor")
    minutes_ref: MinutesRef | None = Field(
        default=None,
        description="Number of the box-opening minutes; needed where the donor is anonymous",
    )
    kind: DonationKind
    amount_vnd: Vnd
    restriction: Restriction = None


class ReverseReceipt(Command):
    """Take a receipt back by a counter-entry; the receipt and its number remain."""

    donation_id: DonationId
    reason: ReversalReason
    note: Note = Field(max_length=500, description="Private: what happened")


class DriveBalance(Query):
    """One drive with what was pledged and received."""

    drive_id: DriveId


class Receipts(TextListQuery):
    """The receipts of one drive, for the fund's board; `text` is searched in the donors' names."""

    drive_id: DriveId
    state: ReceiptState | None = None


class Receipt(Query):
    """One receipt, for the fund's board."""

    donation_id: DonationId


class ReceiptIssued(Answer, vi="Phiếu thu đã lập"):
    """The receipt of a donation, and the pledge that it fulfils."""

    donation_id: DonationId
    receipt_no: ReceiptNumber
    donor_id: DonorId | None
    state: ReceiptState
    pledge: PledgeStanding | None = None


class ReceiptTakenBack(Answer, vi="Phiếu thu đã hủy"):
    """A reversed receipt, and the pledge that is owed again."""

    donation_id: DonationId
    receipt_no: ReceiptNumber
    reversal_no: ReversalNumber
    state: ReceiptState
    pledge: PledgeStanding | None = None


class DonorKindTotal(Answer, vi="Kết quả theo đối tượng ủng hộ"):
    """What one kind of donor gave to a drive, with receipts that stand."""

    donor_kind: DonorKind
    received_vnd: ReceivedVnd
    donations: DonationCount


class DriveWithBalance(DriveView, vi="Kết quả đợt vận động"):
    """A drive with its exact totals; reversed receipts are not in them."""

    pledged_vnd: PledgedVnd
    outstanding_vnd: OutstandingVnd = Field(description="Pledged and not received yet")
    received_vnd: ReceivedVnd
    donations: DonationCount
    pledges: PledgeCount
    by_donor_kind: Annotated[list[DonorKindTotal], Named("Theo đối tượng ủng hộ", "By kind of donor")]


class ReceiptView(Answer, vi="Phiếu thu"):
    """A receipt as the fund's board sees it."""

    donation_id: DonationId
    receipt_no: ReceiptNumber
    fund_id: FundId
    drive_id: DriveId
    pledge_id: PledgeId | None
    donor_id: DonorId | None
    donor_kind: DonorKind
    donor_name: DonorName | None
    minutes_ref: MinutesRef | None
    kind: DonationKind
    amount_vnd: Vnd
    restriction: Restriction
    received_on: ReceivedOn
    state: ReceiptState
    reversal_no: ReversalNumber | None
    reversal_reason: ReversalReason | None
    reversed_on: ReversedOn | None


class ReceiptPage(Page[ReceiptView], vi="Danh sách phiếu thu"):
    """One page of receipts."""
