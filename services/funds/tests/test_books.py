"""Any order of acts leaves the books in order: a machine of acts against a small model."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from funds.donations.messages import DriveBalance, Receipts, RecordDonation, ReverseReceipt
from funds.drives.messages import OpenDrive
from funds.ledger.messages import FundLedger, TrialBalance
from funds.pledges.domain.pledge import PledgeExceeded
from funds.pledges.messages import RegisterPledge
from funds.service import service
from shared.testing import Stage, actor

OPENING_DAY = date(2017, 12, 20)
LAST_DAY = date(2018, 1, 31)
BOARD = actor("ban-vd-quy-tinh")
amounts = st.integers(min_value=1, max_value=1_000)
days = st.dates(OPENING_DAY, OPENING_DAY + timedelta(days=20))


class Books(RuleBasedStateMachine):
    pledges: Bundle[str] = Bundle("pledges")
    receipts: Bundle[str] = Bundle("receipts")

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage(service)
        opening = OpenDrive(
            fund_kind="for_the_poor",
            unit_code="19",
            name="Đợt giả lập",
            start_on=OPENING_DAY,
            end_on=LAST_DAY,
            occurred_on=OPENING_DAY,
        )
        self.drive = self.stage.act(opening, by=BOARD)
        self.received: dict[str, int] = {}
        self.promised = 0
        self.owed: dict[str, int] = {}
        self.paid: dict[str, str] = {}

    @rule(target=pledges, amount=amounts)
    def pledge(self, amount: int) -> str:
        promise = RegisterPledge(
            drive_id=self.drive.drive_id,
            donor_kind="enterprise",
            donor_name="Công ty Giả lập",
            amount_vnd=amount,
            due_on=LAST_DAY,
            occurred_on=OPENING_DAY,
        )
        pledge = str(self.stage.act(promise, by=BOARD).pledge_id)
        self.promised += amount
        self.owed[pledge] = amount
        return pledge

    @rule(target=receipts, amount=amounts, day=days, kind=st.sampled_from(["cash", "bank"]))
    def give(self, amount: int, day: date, kind: str) -> str:
        return self._record(amount, day, donor_kind="individual", donor_name="Người Giả lập", kind=kind)

    @rule(target=receipts, pledge=pledges, amount=amounts, day=days)
    def fulfil(self, pledge: str, amount: int, day: date) -> Any:
        fields = {"pledge_id": pledge, "donor_kind": "enterprise", "kind": "bank"}
        owed = self.owed[pledge]
        if amount <= owed:
            return self._record(amount, day, **fields)
        with pytest.raises(PledgeExceeded):
            self._record(amount, day, **fields)
        return self._record(owed, day, **fields) if owed else multiple()

    @rule(receipt=consumes(receipts))
    def reverse(self, receipt: str) -> None:
        self.stage.act(
            ReverseReceipt(donation_id=receipt, reason="duplicate", note="Giả lập"), by=BOARD, on=LAST_DAY
        )
        amount = self.received.pop(receipt)
        if pledge := self.paid.pop(receipt, None):
            self.owed[pledge] += amount

    @invariant()
    def the_ledger_balances(self) -> None:
        sheet = self.stage.ask(TrialBalance(fund_id=self.drive.fund_id), by=BOARD)
        balances = {each.account: each.balance_vnd for each in sheet.accounts}
        cash = balances.get("1111", 0) + balances.get("1122", 0)
        assert sheet.debit_vnd == sheet.credit_vnd
        assert min([balances.get(code, 0) for code in ("1111", "1122", "001")]) >= 0
        assert cash == sum(self.received.values())
        assert balances.get("001", 0) == sum(self.owed.values())

    @invariant()
    def every_entry_balances(self) -> None:
        for entry in self.stage.ask(FundLedger(fund_id=self.drive.fund_id, limit=500), by=BOARD).items:
            signs = {"debit": 1, "credit": -1}
            assert (
                sum(signs[line.side] * line.amount_vnd for line in entry.lines if line.account != "001") == 0
            )

    @invariant()
    def the_drive_says_what_the_ledger_says(self) -> None:
        balance = self.stage.ask(DriveBalance(drive_id=self.drive.drive_id))
        assert balance.received_vnd == sum(self.received.values())
        assert balance.donations == len(self.received)
        assert balance.pledged_vnd == self.promised
        assert balance.outstanding_vnd == sum(self.owed.values())

    @invariant()
    def no_number_is_missing(self) -> None:
        shown = self.stage.ask(Receipts(drive_id=self.drive.drive_id, limit=500), by=BOARD).items
        for year in (2017, 2018):
            numbers = [each.receipt_no for each in shown if each.receipt_no.endswith(f"/{year}")]
            assert numbers == [f"{n:06d}/{year}" for n in range(1, len(numbers) + 1)]

    def _record(self, amount: int, day: date, **fields: Any) -> str:
        donation = RecordDonation(drive_id=self.drive.drive_id, amount_vnd=amount, occurred_on=day, **fields)
        receipt = str(self.stage.act(donation, by=BOARD).donation_id)
        self.received[receipt] = amount
        if donation.pledge_id:
            self.paid[receipt] = donation.pledge_id
            self.owed[donation.pledge_id] -= amount
        return receipt


TestBooks = Books.TestCase
TestBooks.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
