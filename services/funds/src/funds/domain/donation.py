"""A gift with its receipt: posted → reversed. A receipt is taken back, never deleted."""

from dataclasses import dataclass
from datetime import date

from contracts.errors import InvalidField, WrongStep
from contracts.funds.kinds import DonorKind, GiftKind, Purpose, ReceiptState, ReversalReason


def book_number(number: int, year: int) -> str:
    """Write a number of a book as it stands on the paper: `000012/2017`."""
    return f"{number:06d}/{year}"


@dataclass(eq=False)
class Donation:
    """A gift of money; `number` is its place in the receipt book of the fund and `year`."""

    id: str
    fund_id: str
    drive_id: str
    pledge_id: str | None
    donor_id: str | None
    donor_kind: DonorKind
    minutes_ref: str | None
    kind: GiftKind
    amount_vnd: int
    restriction: Purpose | None
    received_on: date
    received_by: str
    year: int
    number: int
    state: ReceiptState = "posted"

    def __post_init__(self) -> None:
        """Money from an unknown hand needs the minutes of the box. Raises InvalidField."""
        if self.donor_kind == "anonymous" and self.pledge_id is None and self.minutes_ref is None:
            raise InvalidField(
                "minutes_ref",
                "anonymous-needs-minutes",
                "Khoản ủng hộ ẩn danh phải có số biên bản mở hòm",
                "An anonymous gift needs the number of the box-opening minutes",
            )

    @property
    def receipt_no(self) -> str:
        """The number on the receipt."""
        return book_number(self.number, self.year)

    def reverse(self, on: date) -> None:
        """Take the receipt back. Raises WrongStep, InvalidField."""
        if self.state == "reversed":
            raise WrongStep(rule="donation:reverse-once", subject=self.id, state=self.state, step="reverse")
        if on < self.received_on:
            raise InvalidField(
                "occurred_on",
                "not-before-receipt",
                "Không thể hủy phiếu thu trước ngày lập phiếu",
                "A receipt cannot be reversed before its own day",
            )
        self.state = "reversed"


@dataclass(eq=False)
class Reversal:
    """The record of a receipt taken back, with its own number in the fund's book of reversals."""

    id: str
    donation_id: str
    fund_id: str
    reason: ReversalReason
    note: str
    reversed_on: date
    reversed_by: str
    year: int
    number: int

    @property
    def reversal_no(self) -> str:
        """The number on the reversal."""
        return book_number(self.number, self.year)
