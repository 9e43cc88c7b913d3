"""What the funds service tells the others. No donor is named here: a donor is a reference."""

from datetime import date

from pydantic import Field

from contracts.funds.kinds import (
    DonorKind,
    FundKind,
    GiftKind,
    Level,
    PledgeKind,
    Restriction,
    ReversalReason,
    Vnd,
)
from contracts.messages import Event


class DriveOpened(Event, service="funds", subject="drive_id", unit="unit_code"):
    """A board opened a drive that raises money for its fund."""

    drive_id: str
    fund_id: str
    level: Level
    unit_code: str
    campaign_id: str | None = None
    start_on: date
    end_on: date
    target_vnd: Vnd | None = None
    coord_orgs: list[str] = Field(description="Agencies of the same level that coordinate")


class PledgeRegistered(Event, service="funds", subject="pledge_id", unit="unit_code"):
    """A donor promised money; a promise is never income."""

    pledge_id: str
    fund_id: str
    fund_kind: FundKind
    drive_id: str
    unit_code: str
    donor_id: str | None = Field(description="Reference to the donor; none where the donor is anonymous")
    donor_kind: DonorKind
    kind: PledgeKind = "money"
    amount_vnd: Vnd
    due_on: date
    restriction: Restriction = None


class DonationReceived(Event, service="funds", subject="donation_id", unit="unit_code"):
    """A gift of money was received, and its receipt issued and posted."""

    donation_id: str
    fund_id: str
    fund_kind: FundKind
    drive_id: str
    unit_code: str
    donor_id: str | None = Field(description="Reference to the donor; none where the donor is anonymous")
    donor_kind: DonorKind
    kind: GiftKind
    amount_vnd: Vnd
    receipt_no: str = Field(description="Number in the book of the fund and year, without gaps")
    pledge_id: str | None = None
    restriction: Restriction = None
    received_on: date


class ReceiptReversed(Event, service="funds", subject="donation_id", unit="unit_code"):
    """A receipt was taken back by a counter-entry; the receipt itself stays in its book."""

    donation_id: str
    fund_id: str
    fund_kind: FundKind
    unit_code: str
    reversal_no: str = Field(description="Number in the fund's book of reversals of the year, without gaps")
    reason: ReversalReason
    amount_vnd: Vnd
    reversed_on: date
