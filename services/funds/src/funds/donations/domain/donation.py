"""A donation with its receipt: posted → reversed. A receipt is taken back, never deleted."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from contracts.errors import InvalidField
from contracts.names import Named
from contracts.values import DonationKind, DonorKind, Purpose, ReversalReason
from funds.ledger.domain.accounts import INCOME, MONEY, PLEDGES
from funds.ledger.domain.ledger import Entry, Line
from shared.domain.lifecycle import Lifecycle, Step

ReceiptState = Annotated[
    Literal["posted", "reversed"],
    Named(
        "Tình trạng phiếu thu",
        "State of the receipt",
        codes={"posted": "Đã ghi sổ", "reversed": "Đã hủy"},
    ),
]

LIFECYCLE = Lifecycle(
    "donation",
    vi="Khoản ủng hộ",
    states=ReceiptState,
    steps={
        "record": Step(to="posted", vi="Ghi nhận ủng hộ"),
        "reverse": Step("posted", to="reversed", vi="Hủy phiếu thu"),
    },
)


def book_number(number: int, year: int) -> str:
    """Write a number of a book as it stands on the paper: `000012/2017`."""
    return f"{number:06d}/{year}"


@dataclass(eq=False)
class Donation:
    """A donation of money; `number` is its place in the receipt book of the fund and `year`."""

    id: str
    fund_id: str
    drive_id: str
    pledge_id: str | None
    donor_id: str | None
    donor_kind: DonorKind
    minutes_ref: str | None
    kind: DonationKind
    amount_vnd: int
    restriction: Purpose | None
    received_on: date
    received_by: str
    year: int
    number: int
    state: ReceiptState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life; money from an unknown hand needs the minutes of the box. Raises InvalidField."""
        if self.donor_kind == "anonymous" and self.pledge_id is None and self.minutes_ref is None:
            raise InvalidField(
                "minutes_ref",
                "anonymous-needs-minutes",
                "Khoản ủng hộ ẩn danh phải có số biên bản mở hòm",
                "An anonymous donation needs the number of the box-opening minutes",
            )
        LIFECYCLE.begin(self, "record", self.received_on)

    @property
    def receipt_no(self) -> str:
        """The number on the receipt."""
        return book_number(self.number, self.year)

    def reverse(self, on: date, reason: ReversalReason) -> None:
        """Take the receipt back. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "reverse", on, reason=reason)


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


def entry_of_donation(entry_id: str, donation: Donation) -> Entry:
    """Debit cash or bank, credit the income of the donor's kind; lower 001 where it was pledged."""
    amount = donation.amount_vnd
    lines = [
        Line(MONEY[donation.kind], "debit", amount),
        Line(INCOME[donation.donor_kind], "credit", amount),
    ]
    if donation.pledge_id:
        lines.append(Line(PLEDGES, "credit", amount))
    return Entry(entry_id, donation.fund_id, donation.received_on, "donation", donation.id, lines)
