from datetime import date

import pytest

from contracts.errors import InvalidField, NotAllowed, NotFound, Refusal, WrongStep
from funds.donations.messages import DriveBalance
from funds.drives.messages import DriveStanding
from funds.ledger.messages import TrialBalance
from funds.pledges.messages import RegisterPledge
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated


def promise(drive: DriveStanding, **changes: object) -> RegisterPledge:
    fields: dict[str, object] = {
        "drive_id": drive.drive_id,
        "donor_kind": "individual",
        "donor_name": "Người Giả lập C",
        "amount_vnd": 3_000_000,
        "due_on": date(2017, 12, 31),
        "occurred_on": date(2017, 10, 20),
    }
    return RegisterPledge.model_validate({**fields, **changes})


def test_no_anonymous_caller_registers_a_pledge(stage: Stage, drive: DriveStanding) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(promise(drive), by=None)


@pytest.mark.parametrize(
    ("agency", "unit", "rule"),
    [("ubnd-tinh", "19", "function:fund-board"), ("ban-vd-quy-xa", "05467", "own-fund")],
)
def test_only_the_own_board_registers_a_pledge(
    stage: Stage, drive: DriveStanding, agency: str, unit: str, rule: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(promise(drive), by=actor(agency, unit))
    assert refused.value.rule == rule


def test_a_pledge_is_no_income(stage: Stage, board: Actor, drive: DriveStanding) -> None:
    pledge = stage.act(promise(drive), by=board)
    sheet = stage.ask(TrialBalance(fund_id=drive.fund_id), by=board)
    balance = stage.ask(DriveBalance(drive_id=drive.drive_id))
    assert (pledge.state, pledge.outstanding_vnd) == ("registered", 3_000_000)
    assert [(each.account, each.memo, each.balance_vnd) for each in sheet.accounts] == [
        ("001", True, 3_000_000)
    ]
    assert (sheet.debit_vnd, sheet.credit_vnd) == (0, 0)
    assert (balance.pledged_vnd, balance.outstanding_vnd, balance.received_vnd) == (3_000_000, 3_000_000, 0)


def test_the_event_knows_the_donor_only_by_reference(
    stage: Stage, board: Actor, drive: DriveStanding
) -> None:
    pledge = stage.act(promise(drive, restriction="NHA-MOI"), by=board)
    envelope = stage.envelopes[-1]
    assert envelope.type == "funds.pledge_registered.v1"
    assert envelope.duty_ids == ("II.2a-a",)
    assert envelope.data["donor_id"] == pledge.donor_id
    assert envelope.data["restriction"] == "NHA-MOI"
    assert "Giả lập" not in envelope.encode().decode()


def test_an_anonymous_pledge_has_no_donor(stage: Stage, board: Actor, drive: DriveStanding) -> None:
    assert stage.act(promise(drive, donor_kind="anonymous", donor_name=None), by=board).donor_id is None


def test_a_known_donor_keeps_the_reference(stage: Stage, board: Actor, drive: DriveStanding) -> None:
    first = stage.act(promise(drive), by=board)
    again = stage.act(promise(drive, donor_name=None, donor_id=first.donor_id), by=board)
    assert again.donor_id == first.donor_id


def test_a_donor_of_another_fund_is_unknown_here(stage: Stage, board: Actor, drive: DriveStanding) -> None:
    with pytest.raises(NotFound):
        stage.act(promise(drive, donor_name=None, donor_id="dnr_none"), by=board)


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"donor_name": None}, "donor_name", "named-donor"),
        ({"donor_name": "   "}, "donor_name", "string_too_short"),
        ({"donor_kind": "anonymous"}, "donor_name", "anonymous-has-no-name"),
        ({"due_on": date(2017, 10, 19)}, "due_on", "not-before-pledge"),
    ],
)
def test_what_is_wrong_is_named(
    stage: Stage,
    board: Actor,
    drive: DriveStanding,
    changes: dict[str, object],
    field: str,
    rule: str,
) -> None:
    with pytest.raises(Refusal) as refused:
        stage.act(promise(drive, **changes), by=board)
    assert [(error.field, error.rule) for error in refused.value.fields] == [(field, rule)]


def test_a_known_donor_has_one_kind(stage: Stage, board: Actor, drive: DriveStanding) -> None:
    first = stage.act(promise(drive), by=board)
    with pytest.raises(InvalidField) as refused:
        stage.act(promise(drive, donor_name=None, donor_id=first.donor_id, donor_kind="enterprise"), by=board)
    assert refused.value.rule == "donor-of-one-kind"


def test_a_planned_drive_takes_no_pledge(stage: Stage, board: Actor, drive: DriveStanding) -> None:
    with pytest.raises(WrongStep):
        stage.act(promise(drive, occurred_on=date(2017, 10, 16)), by=board)
