"""The double-entry ledger of one fund: entries that balance, and how they are taken back."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Annotated, Literal

from contracts.errors import Kind, Refusal
from contracts.names import Named
from funds.ledger.domain.accounts import is_memo, may_go_below_zero

EntryCause = Annotated[
    Literal["pledge", "donation", "reversal"],
    Named(
        "Căn cứ ghi sổ",
        "Cause of the entry",
        codes={"pledge": "Cam kết ủng hộ", "donation": "Khoản ủng hộ", "reversal": "Hủy phiếu thu"},
    ),
]
Side = Annotated[
    Literal["debit", "credit"], Named("Ghi Nợ hoặc Có", "Side", codes={"debit": "Nợ", "credit": "Có"})
]
OTHER: Mapping[Side, Side] = MappingProxyType({"debit": "credit", "credit": "debit"})


class BalanceBelowZero(Refusal):
    """An account of money or pledges would fall below zero."""

    slug = "balance-below-zero"
    kind = Kind.CONFLICT
    vi = "Tài khoản {account} chỉ có {balance_vnd} đồng, không đủ cho bút toán này."
    en = "Account {account} holds {balance_vnd} VND, not enough for this entry."


@dataclass(eq=False)
class Line:
    """An amount on one side of an account; a memo account goes up by debit and down by credit."""

    account: str
    side: Side
    amount_vnd: int

    @property
    def signed_vnd(self) -> int:
        """The amount, negative on the credit side."""
        return self.amount_vnd if self.side == "debit" else -self.amount_vnd


@dataclass(eq=False)
class Entry:
    """An entry of a fund's ledger. Its debits equal its credits, memo accounts left aside.

    Raises ValueError where they do not, or where an amount is not above zero.
    """

    id: str
    fund_id: str
    posted_on: date
    cause: EntryCause
    cause_id: str
    lines: list[Line] = field(default_factory=list)
    reverses: str | None = None

    def __post_init__(self) -> None:
        """Check the balance once, when the entry is made."""
        if sum(line.signed_vnd for line in self.lines if not is_memo(line.account)):
            message = f"entry {self.id} does not balance"
            raise ValueError(message)
        if not self.lines or any(line.amount_vnd <= 0 for line in self.lines):
            message = f"entry {self.id} holds an amount that is not above zero"
            raise ValueError(message)

    def changes(self) -> Counter[str]:
        """Return what the entry adds to each account (debit minus credit)."""
        changes: Counter[str] = Counter()
        for line in self.lines:
            changes[line.account] += line.signed_vnd
        return changes

    def guarded_accounts(self) -> list[str]:
        """Return the accounts that the entry lowers and that may not fall below zero."""
        return [code for code, change in self.changes().items() if change < 0 and not may_go_below_zero(code)]

    def check_covered(self, balances: Mapping[str, int]) -> None:
        """Refuse to take more from an account than it holds. Raises BalanceBelowZero."""
        changes = self.changes()
        for code in self.guarded_accounts():
            held = balances.get(code, 0)
            if held + changes[code] < 0:
                raise BalanceBelowZero(account=code, balance_vnd=held)


def entry_of_reversal(entry_id: str, original: Entry, on: date) -> Entry:
    """Post the same accounts with the sides swapped, linked to the original."""
    lines = [Line(line.account, OTHER[line.side], line.amount_vnd) for line in original.lines]
    return Entry(entry_id, original.fund_id, on, "reversal", original.cause_id, lines, reverses=original.id)
