from collections.abc import Callable
from datetime import date

import pytest

from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from funds.donations.messages import DriveBalance, Receipt, ReceiptIssued, ReverseReceipt
from funds.drives.messages import DriveStanding
from funds.ledger.messages import FundLedger, TrialBalance
from funds.pledges.messages import RegisterPledge
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Give = Callable[..., ReceiptIssued]
DAY = date(2017, 10, 25)


def reversal(given: ReceiptIssued) -> ReverseReceipt:
    return ReverseReceipt(donation_id=given.donation_id, reason="wrong_amount", note="Ghi nhầm số tiền")


def test_no_anonymous_caller_reverses_a_receipt(stage: Stage, give: Give) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(reversal(give()), by=None)


@pytest.mark.parametrize(
    ("agency", "unit", "rule"),
    [("ubnd-tinh", "19", "function:fund-board"), ("ban-vd-quy-xa", "05467", "own-fund")],
)
def test_only_the_own_board_reverses_a_receipt(
    stage: Stage, give: Give, agency: str, unit: str, rule: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(reversal(give()), by=actor(agency, unit))
    assert refused.value.rule == rule


def test_a_reversal_restores_every_balance(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give
) -> None:
    kept = give(amount_vnd=1_000)
    before = stage.ask(DriveBalance(drive_id=drive.drive_id))
    stage.act(reversal(give(amount_vnd=2_000)), by=board, on=DAY)
    sheet = stage.ask(TrialBalance(fund_id=drive.fund_id), by=board)
    assert stage.ask(DriveBalance(drive_id=drive.drive_id)) == before
    assert {each.account: each.balance_vnd for each in sheet.accounts} == {"1122": 1_000, "5112": -1_000}
    assert stage.ask(Receipt(donation_id=kept.donation_id), by=board).state == "posted"


def test_the_receipt_remains_with_its_number(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give
) -> None:
    given = give()
    taken = stage.act(reversal(given), by=board, on=DAY)
    shown = stage.ask(Receipt(donation_id=given.donation_id), by=board)
    assert (taken.receipt_no, taken.reversal_no, taken.state) == ("000001/2017", "000001/2017", "reversed")
    assert (shown.receipt_no, shown.state, shown.reversed_on) == ("000001/2017", "reversed", DAY)
    donation, counter = stage.ask(FundLedger(fund_id=drive.fund_id), by=board).items
    assert counter.reverses == donation.entry_id
    assert [(line.account, line.side) for line in counter.lines] == [("1122", "credit"), ("5112", "debit")]
    assert give().receipt_no == "000002/2017"


def test_the_event_gives_a_reason_but_no_note(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give
) -> None:
    given = give()
    stage.act(reversal(given), by=board, on=DAY)
    envelope = stage.envelopes[-1]
    assert envelope.type == "funds.receipt_reversed.v1"
    assert envelope.duty_ids == ()
    assert envelope.subject == given.donation_id
    assert envelope.data == {
        "donation_id": given.donation_id,
        "fund_id": drive.fund_id,
        "fund_kind": "for_the_poor",
        "unit_code": "19",
        "reversal_no": "000001/2017",
        "reason": "wrong_amount",
        "amount_vnd": 50_000_000,
        "reversed_on": "2017-10-25",
    }


def test_a_pledge_is_owed_again(stage: Stage, board: Actor, drive: DriveStanding, give: Give) -> None:
    promise = RegisterPledge(
        drive_id=drive.drive_id,
        donor_kind="enterprise",
        donor_name="Công ty Giả lập F",
        amount_vnd=5_000,
        due_on=date(2017, 12, 31),
        occurred_on=date(2017, 10, 17),
    )
    pledge = stage.act(promise, by=board)
    given = give(pledge_id=pledge.pledge_id, amount_vnd=5_000)
    taken = stage.act(reversal(given), by=board, on=DAY)
    sheet = stage.ask(TrialBalance(fund_id=drive.fund_id), by=board)
    assert (taken.pledge.state, taken.pledge.outstanding_vnd) == ("registered", 5_000)
    assert {each.account: each.balance_vnd for each in sheet.accounts} == {"001": 5_000, "1122": 0, "5112": 0}


def test_a_receipt_is_reversed_once(stage: Stage, board: Actor, give: Give) -> None:
    given = give()
    stage.act(reversal(given), by=board, on=DAY)
    with pytest.raises(WrongStep):
        stage.act(reversal(given), by=board, on=DAY)


def test_a_receipt_is_not_reversed_before_its_day(stage: Stage, board: Actor, give: Give) -> None:
    given = give()
    with pytest.raises(InvalidField) as refused:
        stage.act(reversal(given), by=board, on=date(2017, 10, 16))
    assert refused.value.rule == "donation:reverse"


def test_an_unknown_receipt_is_not_found(stage: Stage, board: Actor) -> None:
    with pytest.raises(NotFound):
        stage.act(ReverseReceipt(donation_id="don_none", reason="duplicate", note="Lập hai lần"), by=board)
