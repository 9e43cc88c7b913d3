from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from contracts.errors import InvalidField, NotAllowed, WrongStep
from funds.donations.messages import DriveBalance, ReceiptIssued, RecordDonation
from funds.drives.messages import DriveStanding, OpenDrive
from funds.ledger.messages import TrialBalance
from funds.pledges.domain.pledge import PledgeExceeded
from funds.pledges.messages import PledgeStanding
from funds.pledges.messages import RegisterPledge as Promise
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Give = Callable[..., ReceiptIssued]


@pytest.fixture
def pledge(stage: Stage, board: Actor, drive: DriveStanding) -> PledgeStanding:
    promise = Promise(
        drive_id=drive.drive_id,
        donor_kind="enterprise",
        donor_name="Công ty Giả lập D",
        amount_vnd=10_000_000,
        due_on=date(2017, 12, 31),
        restriction="NHA-MOI",
        occurred_on=date(2017, 10, 17),
    )
    answer: PledgeStanding = stage.act(promise, by=board)
    return answer


def accounts(stage: Stage, board: Actor, drive: DriveStanding) -> dict[str, int]:
    sheet = stage.ask(TrialBalance(fund_id=drive.fund_id), by=board)
    assert sheet.debit_vnd == sheet.credit_vnd
    return {each.account: each.balance_vnd for each in sheet.accounts}


def simple_donation(drive: DriveStanding) -> RecordDonation:
    return RecordDonation(
        drive_id=drive.drive_id,
        donor_kind="individual",
        donor_name="Người Giả lập E",
        kind="cash",
        amount_vnd=100_000,
        occurred_on=date(2017, 10, 17),
    )


def test_no_anonymous_caller_records_a_donation(stage: Stage, drive: DriveStanding) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(simple_donation(drive), by=None)


@pytest.mark.parametrize(
    ("agency", "unit", "rule"),
    [("so-ldtbxh", "19", "function:fund-board"), ("ban-vd-quy-xa", "05467", "own-fund")],
)
def test_only_the_own_board_records_a_donation(
    stage: Stage, drive: DriveStanding, agency: str, unit: str, rule: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(simple_donation(drive), by=actor(agency, unit))
    assert refused.value.rule == rule


@pytest.mark.parametrize(
    ("donor_kind", "kind", "debited", "credited"),
    [
        ("organisation", "cash", "1111", "5111"),
        ("enterprise", "bank", "1122", "5112"),
        ("individual", "cash", "1111", "5113"),
        ("household", "cash", "1111", "5113"),
        ("overseas", "bank", "1122", "5114"),
        ("employee_day_pay", "bank", "1122", "5115"),
    ],
)
def test_a_donation_is_posted_twice(
    stage: Stage,
    board: Actor,
    drive: DriveStanding,
    give: Give,
    donor_kind: str,
    kind: str,
    debited: str,
    credited: str,
) -> None:
    give(donor_kind=donor_kind, kind=kind, amount_vnd=1)
    assert accounts(stage, board, drive) == {debited: 1, credited: -1}


def test_an_anonymous_donation_needs_the_minutes_of_the_box(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give
) -> None:
    with pytest.raises(InvalidField) as refused:
        give(donor_kind="anonymous", kind="cash")
    assert refused.value.rule == "anonymous-needs-minutes"
    given = give(donor_kind="anonymous", kind="cash", minutes_ref="03/BB-BVĐ", amount_vnd=7)
    assert given.donor_id is None
    assert accounts(stage, board, drive) == {"1111": 7, "5113": -7}


def test_the_others_are_told_without_a_name(stage: Stage, drive: DriveStanding, give: Give) -> None:
    given = give()
    envelope = stage.envelopes[-1]
    assert envelope.type == "funds.donation_received.v1"
    assert envelope.duty_ids == ("II.2a-a",)
    assert envelope.data == {
        "donation_id": given.donation_id,
        "fund_id": drive.fund_id,
        "fund_kind": "for_the_poor",
        "drive_id": drive.drive_id,
        "unit_code": "19",
        "donor_id": given.donor_id,
        "donor_kind": "enterprise",
        "kind": "bank",
        "amount_vnd": 50_000_000,
        "receipt_no": "000001/2017",
        "pledge_id": None,
        "restriction": None,
        "received_on": "2017-10-17",
    }


def test_receipts_are_numbered_by_fund_and_year(
    stage: Stage, board: Actor, give: Give, wanted: Callable[..., OpenDrive]
) -> None:
    days = [date(2017, 10, 17), date(2017, 12, 31), date(2018, 1, 1), date(2017, 12, 30)]
    numbers = [give(occurred_on=day).receipt_no for day in days]
    relief = stage.act(wanted(fund_kind="relief"), by=board)
    assert numbers == ["000001/2017", "000002/2017", "000001/2018", "000003/2017"]
    assert give(drive_id=relief.drive_id).receipt_no == "000001/2017"


def test_a_refused_donation_uses_no_number(give: Give, pledge: PledgeStanding) -> None:
    with pytest.raises(PledgeExceeded):
        give(pledge_id=pledge.pledge_id, amount_vnd=10_000_001)
    assert give().receipt_no == "000001/2017"


def test_a_pledge_is_received_in_parts(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give, pledge: PledgeStanding
) -> None:
    first = give(pledge_id=pledge.pledge_id, amount_vnd=4_000_000)
    assert first.pledge is not None
    assert (first.pledge.state, first.pledge.outstanding_vnd) == ("partly_received", 6_000_000)
    assert accounts(stage, board, drive) == {"001": 6_000_000, "1122": 4_000_000, "5112": -4_000_000}
    second = give(pledge_id=pledge.pledge_id, amount_vnd=6_000_000)
    assert second.pledge is not None
    assert second.pledge.state == "fulfilled"
    assert second.donor_id == pledge.donor_id
    assert accounts(stage, board, drive)["001"] == 0
    balance = stage.ask(DriveBalance(drive_id=drive.drive_id))
    assert (balance.received_vnd, balance.outstanding_vnd, balance.pledged_vnd) == (10_000_000, 0, 10_000_000)


def test_a_donation_keeps_the_purpose_of_its_pledge(stage: Stage, give: Give, pledge: PledgeStanding) -> None:
    give(pledge_id=pledge.pledge_id, amount_vnd=1)
    assert stage.envelopes[-1].data["restriction"] == "NHA-MOI"
    with pytest.raises(InvalidField) as refused:
        give(pledge_id=pledge.pledge_id, amount_vnd=1, restriction="TET")
    assert refused.value.rule == "purpose-of-the-pledge"


def test_more_than_is_owed_is_refused_with_both_amounts(give: Give, pledge: PledgeStanding) -> None:
    with pytest.raises(PledgeExceeded) as refused:
        give(pledge_id=pledge.pledge_id, amount_vnd=12_000_000)
    assert refused.value.params["outstanding_vnd"] == 10_000_000
    assert refused.value.params["surplus_vnd"] == 2_000_000


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"donor_kind": "household"}, "donor_kind", "donor-of-one-kind"),
        ({"donor_name": "Người khác"}, "donor_id", "donor-of-the-pledge"),
    ],
)
def test_the_donor_is_the_one_who_pledged(
    give: Give, pledge: PledgeStanding, changes: dict[str, Any], field: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        give(pledge_id=pledge.pledge_id, **changes)
    assert [(error.field, error.rule) for error in refused.value.fields] == [(field, rule)]


def test_a_donation_does_not_precede_its_pledge(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give
) -> None:
    later = Promise(
        drive_id=drive.drive_id,
        donor_kind="enterprise",
        donor_name="Công ty Giả lập D",
        amount_vnd=10_000_000,
        due_on=date(2017, 12, 31),
        occurred_on=date(2017, 11, 1),
    )
    pledge = stage.act(later, by=board)
    with pytest.raises(InvalidField) as refused:
        give(pledge_id=pledge.pledge_id, amount_vnd=1, occurred_on=date(2017, 10, 31))
    assert refused.value.rule == "not-before-pledge"


def test_a_pledge_belongs_to_its_drive(
    stage: Stage, board: Actor, give: Give, pledge: PledgeStanding, wanted: Callable[..., OpenDrive]
) -> None:
    other = stage.act(wanted(name="Đợt khác"), by=board)
    with pytest.raises(InvalidField) as refused:
        give(pledge_id=pledge.pledge_id, drive_id=other.drive_id)
    assert refused.value.rule == "pledge-of-the-drive"


def test_a_planned_drive_takes_no_donation(give: Give) -> None:
    with pytest.raises(WrongStep):
        give(occurred_on=date(2017, 10, 16))


@pytest.mark.parametrize("amount", [0, -1, 1.5, 9_007_199_254_740_992])
def test_money_is_whole_dong_above_none(give: Give, amount: float) -> None:
    with pytest.raises(ValidationError):
        give(amount_vnd=amount)


def test_a_donation_to_a_relief_fund_is_evidence_of_no_duty(
    stage: Stage, board: Actor, give: Give, wanted: Callable[..., OpenDrive]
) -> None:
    relief = stage.act(wanted(fund_kind="relief"), by=board)
    give(drive_id=relief.drive_id)
    assert stage.envelopes[-1].duty_ids == ()
