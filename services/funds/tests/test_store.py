from datetime import date

import pytest

from contracts.funds.commands import DriveStanding
from funds.domain.ledger import OTHER, BalanceBelowZero, Entry, Line, Side
from funds.store.store import FundsStore
from shared.testing import Stage

DAY = date(2017, 10, 17)


def entry(fund_id: str, number: int, cash: int) -> Entry:
    """Move an amount into cash, or out of it where it is below zero."""
    side: Side = "debit" if cash > 0 else "credit"
    lines = [Line("1111", side, abs(cash)), Line("5113", OTHER[side], abs(cash))]
    return Entry(f"ent_{number}", fund_id, DAY, "gift", f"don_{number}", lines)


def test_what_is_not_in_the_account_cannot_leave_it(stage: Stage[FundsStore], drive: DriveStanding) -> None:
    with stage.database.transaction() as session:
        store = FundsStore(session)
        store.post(entry(drive.fund_id, 1, 100))
        store.post(entry(drive.fund_id, 2, -60))
        with pytest.raises(BalanceBelowZero) as refused:
            store.post(entry(drive.fund_id, 3, -41))
        assert refused.value.params == {"account": "1111", "balance_vnd": 40}
        store.post(entry(drive.fund_id, 4, -40))


def test_an_entry_comes_back_as_it_was_posted(stage: Stage[FundsStore], drive: DriveStanding) -> None:
    with stage.database.transaction() as session:
        FundsStore(session).post(entry(drive.fund_id, 1, 100))
    with stage.database.reading() as session:
        found = FundsStore(session).entry_of_gift("don_1")
        assert [(line.account, line.side, line.amount_vnd) for line in found.lines] == [
            ("1111", "debit", 100),
            ("5113", "credit", 100),
        ]
