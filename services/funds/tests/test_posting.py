from datetime import date

import pytest

from funds.drives.messages import DriveStanding
from funds.ledger.domain.ledger import OTHER, BalanceBelowZero, Entry, Line, Side
from funds.ledger.repository import Ledger
from shared.testing import Stage

DAY = date(2017, 10, 17)


def entry(fund_id: str, number: int, cash: int) -> Entry:
    """Move an amount into cash, or out of it where it is below zero."""
    side: Side = "debit" if cash > 0 else "credit"
    lines = [Line("1111", side, abs(cash)), Line("5113", OTHER[side], abs(cash))]
    return Entry(f"ent_{number}", fund_id, DAY, "donation", f"don_{number}", lines)


def test_what_is_not_in_the_account_cannot_leave_it(stage: Stage, drive: DriveStanding) -> None:
    with stage.work() as work:
        ledger = Ledger(work)
        ledger.post(entry(drive.fund_id, 1, 100))
        ledger.post(entry(drive.fund_id, 2, -60))
        with pytest.raises(BalanceBelowZero) as refused:
            ledger.post(entry(drive.fund_id, 3, -41))
        assert refused.value.params == {"account": "1111", "balance_vnd": 40}
        ledger.post(entry(drive.fund_id, 4, -40))


def test_an_entry_comes_back_as_it_was_posted(stage: Stage, drive: DriveStanding) -> None:
    with stage.work() as work:
        Ledger(work).post(entry(drive.fund_id, 1, 100))
    with stage.work() as work:
        found = Ledger(work).entry_of_donation("don_1")
        assert [(line.account, line.side, line.amount_vnd) for line in found.lines] == [
            ("1111", "debit", 100),
            ("5113", "credit", 100),
        ]
