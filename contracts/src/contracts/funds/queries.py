"""What may be asked of the funds service."""

from datetime import date
from typing import Literal

from pydantic import Field

from contracts.funds.kinds import (
    Balance,
    DonorKind,
    DriveState,
    FundKind,
    GiftKind,
    Level,
    PledgeState,
    ReceiptState,
    Restriction,
    ReversalReason,
    Vnd,
)
from contracts.messages import Answer, ListQuery, Page, Query


class Drives(ListQuery):
    """The drives of a unit and all below it."""

    unit_code: str | None = Field(default=None, description="That unit and all below, as they were then")
    year: int | None = Field(default=None, ge=1900, le=9999, description="Drives that touch this year")
    fund_kind: FundKind | None = None
    campaign_id: str | None = None


class DriveBalance(Query):
    """One drive with what was pledged and received."""

    drive_id: str


class Pledges(ListQuery):
    """The pledges of one drive, for the fund's board."""

    drive_id: str
    state: PledgeState | None = None


class Receipts(ListQuery):
    """The receipts of one drive, for the fund's board."""

    drive_id: str


class Receipt(Query):
    """One receipt, for the fund's board."""

    donation_id: str


class FundLedger(ListQuery):
    """The entries of a fund in the order in which they were posted, for its board."""

    fund_id: str
    year: int | None = Field(default=None, ge=1900, le=9999)


class TrialBalance(Query):
    """The turnover and balance of each account of a fund, for its board."""

    fund_id: str
    as_of: date | None = Field(
        default=None, description="Entries up to and including this day; all if absent"
    )


class DriveView(Answer):
    """A drive as the public sees it."""

    drive_id: str
    fund_id: str
    fund_kind: FundKind
    level: Level
    unit_code: str
    name: str
    campaign_id: str | None
    start_on: date
    end_on: date
    target_vnd: Vnd | None
    coord_orgs: list[str]
    state: DriveState
    closed_on: date | None


class DrivePage(Page[DriveView]):
    """One page of drives."""


class DonorKindTotal(Answer):
    """What one kind of donor gave to a drive."""

    donor_kind: DonorKind
    received_vnd: Balance
    gifts: int = Field(description="Receipts that stand")


class DriveWithBalance(DriveView):
    """A drive with its exact totals; reversed receipts are not in them."""

    pledged_vnd: Balance
    outstanding_vnd: Balance = Field(description="Pledged and not received yet")
    received_vnd: Balance
    gifts: int = Field(description="Receipts that stand")
    pledges: int
    by_donor_kind: list[DonorKindTotal]


class PledgeView(Answer):
    """A pledge as the fund's board sees it."""

    pledge_id: str
    drive_id: str
    donor_id: str | None
    donor_kind: DonorKind
    donor_name: str | None
    amount_vnd: Vnd
    received_vnd: Balance
    due_on: date
    registered_on: date
    restriction: Restriction
    state: PledgeState


class PledgePage(Page[PledgeView]):
    """One page of pledges."""


class ReceiptView(Answer):
    """A receipt as the fund's board sees it."""

    donation_id: str
    receipt_no: str
    fund_id: str
    drive_id: str
    pledge_id: str | None
    donor_id: str | None
    donor_kind: DonorKind
    donor_name: str | None
    minutes_ref: str | None
    kind: GiftKind
    amount_vnd: Vnd
    restriction: Restriction
    received_on: date
    state: ReceiptState
    reversal_no: str | None
    reversal_reason: ReversalReason | None
    reversed_on: date | None


class ReceiptPage(Page[ReceiptView]):
    """One page of receipts."""


class EntryLine(Answer):
    """One side of an entry."""

    account: str
    side: Literal["debit", "credit"]
    amount_vnd: Vnd


class LedgerEntry(Answer):
    """One entry of a fund's ledger."""

    entry_id: str
    posted_on: date
    cause: Literal["pledge", "gift", "reversal"]
    cause_id: str = Field(description="The pledge or donation that is the reason of the entry")
    reverses: str | None = Field(description="The entry that this one takes back")
    lines: list[EntryLine]


class LedgerPage(Page[LedgerEntry]):
    """One page of a ledger."""


class AccountTotal(Answer):
    """One account of a trial balance."""

    account: str
    name_vi: str
    name_en: str
    memo: bool = Field(description="Kept beside the balance: neither side of the totals holds it")
    debit_vnd: Balance
    credit_vnd: Balance
    balance_vnd: int = Field(description="Debit minus credit, whole Vietnamese dong")


class TrialBalanceSheet(Answer):
    """A fund's trial balance; the two totals are equal."""

    fund_id: str
    fund_kind: FundKind
    unit_code: str
    as_of: date | None
    accounts: list[AccountTotal]
    debit_vnd: Balance
    credit_vnd: Balance
