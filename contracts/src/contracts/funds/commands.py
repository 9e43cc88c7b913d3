"""What a fund's board may ask for, and what it is answered."""

from datetime import date

from pydantic import Field

from contracts.funds.kinds import (
    AgencyCode,
    Balance,
    DonorKind,
    DriveState,
    FundKind,
    GiftKind,
    PledgeKind,
    PledgeState,
    ReceiptState,
    Restriction,
    ReversalReason,
    Vnd,
)
from contracts.messages import Answer, Command


class OpenDrive(Command):
    """Open a drive that raises money for a fund; the fund comes into being with its first drive."""

    fund_kind: FundKind
    unit_code: str = Field(min_length=2, max_length=16, description="The board's own unit")
    name: str = Field(min_length=1, max_length=200)
    campaign_id: str | None = Field(default=None, max_length=64, description="The campaign that it serves")
    start_on: date
    end_on: date = Field(description="Last day, not before `start_on`")
    target_vnd: Vnd | None = None
    coord_orgs: list[AgencyCode] = Field(
        default=[], max_length=50, description="Codes of agencies of the same level that coordinate"
    )


class CloseDrive(Command):
    """Close a drive: it takes no new pledge, and only gifts that were pledged before."""

    drive_id: str


class RegisterPledge(Command):
    """Register a donor's promise of money; it is kept in memo account 001 and is never income."""

    drive_id: str
    donor_kind: DonorKind
    donor_id: str | None = Field(default=None, description="A donor whom the fund already knows")
    donor_name: str | None = Field(
        default=None, min_length=1, max_length=200, description="Private; needed of a new, named donor"
    )
    kind: PledgeKind = "money"
    amount_vnd: Vnd
    due_on: date = Field(description="Day by which the donor means to give, not before the day of the act")
    restriction: Restriction = None


class RecordGift(Command):
    """Record a gift of money that was received, issue its receipt and post it to the ledger."""

    drive_id: str
    pledge_id: str | None = Field(default=None, description="The pledge that this gift fulfils")
    donor_kind: DonorKind
    donor_id: str | None = Field(default=None, description="A donor whom the fund already knows")
    donor_name: str | None = Field(
        default=None, min_length=1, max_length=200, description="Private; needed of a new, named donor"
    )
    minutes_ref: str | None = Field(
        default=None,
        min_length=1,
        max_length=80,
        description="Number of the box-opening minutes; needed where the donor is anonymous",
    )
    kind: GiftKind
    amount_vnd: Vnd
    restriction: Restriction = None


class ReverseReceipt(Command):
    """Take a receipt back by a counter-entry; the receipt and its number remain."""

    donation_id: str
    reason: ReversalReason
    note: str = Field(min_length=1, max_length=500, description="Private: what happened")


class DriveStanding(Answer):
    """A drive after the act."""

    drive_id: str
    fund_id: str
    state: DriveState


class PledgeStanding(Answer):
    """A pledge after the act."""

    pledge_id: str
    donor_id: str | None
    state: PledgeState
    outstanding_vnd: Balance


class ReceiptIssued(Answer):
    """The receipt of a gift, and the pledge that it fulfils."""

    donation_id: str
    receipt_no: str
    donor_id: str | None
    state: ReceiptState
    pledge: PledgeStanding | None = None


class ReceiptTakenBack(Answer):
    """A reversed receipt, and the pledge that is owed again."""

    donation_id: str
    receipt_no: str
    reversal_no: str
    state: ReceiptState
    pledge: PledgeStanding | None = None
