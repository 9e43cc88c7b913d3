"""What awaits the boards of funds, what they may do next, and what their acts leave in the history."""

from collections.abc import Callable
from datetime import date

import pytest

from funds.donations.messages import ReceiptIssued, ReverseReceipt
from funds.drives.messages import CloseDrive, DriveStanding, OpenDrive
from funds.pledges.messages import PledgeStanding, RegisterPledge
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList, TaskRecord
from shared.testing import Stage, actor

Give = Callable[..., ReceiptIssued]
DAY = date(2017, 10, 17)
DUE = date(2017, 12, 31)


@pytest.fixture
def pledge(stage: Stage, board: Actor, drive: DriveStanding) -> PledgeStanding:
    promise = RegisterPledge(
        drive_id=drive.drive_id,
        donor_kind="enterprise",
        donor_name="Công ty Giả lập K",
        amount_vnd=10,
        due_on=DUE,
        occurred_on=DAY,
    )
    answer: PledgeStanding = stage.act(promise, by=board)
    return answer


@pytest.fixture
def elsewhere() -> Actor:
    return actor("ban-vd-quy-xa", "05467")


def tasks(stage: Stage, by: Actor, on: date = DAY, kind: str = "pledge", **asked: object) -> list[TaskRecord]:
    items = stage.ask(TaskList.model_validate(asked), by=by, on=on).items
    return [each for each in items if each.subject_kind == kind]


def possible(stage: Stage, subject_id: str, by: Actor, on: date = DAY) -> list[str]:
    return [each.command for each in stage.ask(NextSteps(subject_id=subject_id), by=by, on=on).items]


def taken(stage: Stage, subject_id: str, by: Actor) -> list[tuple[str, str]]:
    return [(each.step, each.state) for each in stage.ask(HistoryOf(subject_id=subject_id), by=by).items]


def reversal(given: ReceiptIssued) -> ReverseReceipt:
    return ReverseReceipt(
        donation_id=given.donation_id, reason="duplicate", note="Giả lập: lập hai lần", occurred_on=DAY
    )


def test_a_drive_awaits_that_its_board_closes_it(stage: Stage, board: Actor, drive: DriveStanding) -> None:
    [task] = tasks(stage, board, kind="drive")
    assert (task.subject_id, task.step, task.due_on) == (drive.drive_id, "close", date(2017, 11, 18))
    stage.act(CloseDrive(drive_id=drive.drive_id, occurred_on=DAY), by=board)
    assert tasks(stage, board, kind="drive") == []


def test_a_pledge_awaits_its_board_until_it_is_due(
    stage: Stage, board: Actor, elsewhere: Actor, pledge: PledgeStanding
) -> None:
    [task] = tasks(stage, board)
    assert (task.subject_id, task.subject_vi, task.step) == (pledge.pledge_id, "Cam kết ủng hộ", "fulfil")
    assert (task.since, task.due_on, task.late) == (DAY, DUE, False)
    assert tasks(stage, elsewhere) == []
    assert tasks(stage, board, on=DUE, state="late") == []
    assert [each.late for each in tasks(stage, board, on=date(2018, 1, 1), state="late")] == [True]


def test_a_pledge_received_in_part_is_one_task_and_one_received_in_full_is_none(
    stage: Stage, board: Actor, give: Give, pledge: PledgeStanding
) -> None:
    for _ in range(2):
        give(pledge_id=pledge.pledge_id, amount_vnd=3)
        assert [(each.subject_id, each.due_on) for each in tasks(stage, board)] == [(pledge.pledge_id, DUE)]
    give(pledge_id=pledge.pledge_id, amount_vnd=4)
    assert tasks(stage, board) == []


@pytest.mark.parametrize(
    ("amounts", "step", "state"),
    [
        ([10], "owe_again", "registered"),
        ([4, 6], "owe_part_again", "partly_received"),
        ([4, 3], "owe_part_again", "partly_received"),
        ([4], "owe_again", "registered"),
    ],
)
def test_a_receipt_taken_back_makes_its_pledge_await_again(
    stage: Stage,
    board: Actor,
    give: Give,
    pledge: PledgeStanding,
    amounts: list[int],
    step: str,
    state: str,
) -> None:
    given = [give(pledge_id=pledge.pledge_id, amount_vnd=amount) for amount in amounts]
    stage.act(reversal(given[-1]), by=board)
    assert [each.subject_id for each in tasks(stage, board)] == [pledge.pledge_id]
    assert taken(stage, pledge.pledge_id, board)[-1] == (step, state)


def test_what_was_refused_leaves_its_task(
    stage: Stage, board: Actor, give: Give, pledge: PledgeStanding
) -> None:
    before = tasks(stage, board)
    with pytest.raises(Exception, match="is owed"):
        give(pledge_id=pledge.pledge_id, amount_vnd=11)
    assert tasks(stage, board) == before
    assert taken(stage, pledge.pledge_id, board) == [("register", "registered")]


def test_the_own_board_alone_is_told_what_it_may_do_with_a_drive(
    stage: Stage, board: Actor, elsewhere: Actor, drive: DriveStanding
) -> None:
    assert possible(stage, drive.drive_id, board) == ["close_drive", "register_pledge", "record_donation"]
    assert possible(stage, drive.drive_id, elsewhere) == []
    assert possible(stage, drive.drive_id, actor("ubnd-tinh")) == []


def test_a_planned_drive_offers_nothing_before_its_first_day(
    stage: Stage, board: Actor, wanted: Callable[..., OpenDrive]
) -> None:
    planned = stage.act(wanted(occurred_on=date(2017, 10, 1)), by=board).drive_id
    assert possible(stage, planned, board, on=date(2017, 10, 16)) == []
    assert "record_donation" in possible(stage, planned, board, on=DAY)


def test_a_closed_drive_offers_only_what_was_pledged(
    stage: Stage, board: Actor, drive: DriveStanding, pledge: PledgeStanding
) -> None:
    stage.act(CloseDrive(drive_id=drive.drive_id, occurred_on=DAY), by=board)
    steps = stage.ask(NextSteps(subject_id=drive.drive_id), by=board, on=DAY).items
    assert {each.command: each.steps for each in steps} == {
        "record_donation": ("record_pledged_donation",),
        "reopen_drive": ("reopen",),
    }
    assert possible(stage, pledge.pledge_id, board) == ["extend_pledge", "record_donation"]
    assert taken(stage, drive.drive_id, board) == [("open", "open"), ("close", "closed")]


def test_a_pledge_offers_its_donation_to_its_own_board_until_it_is_fulfilled(
    stage: Stage, board: Actor, elsewhere: Actor, give: Give, pledge: PledgeStanding
) -> None:
    assert possible(stage, pledge.pledge_id, board) == ["extend_pledge", "record_donation"]
    assert possible(stage, pledge.pledge_id, elsewhere) == []
    give(pledge_id=pledge.pledge_id, amount_vnd=10)
    assert possible(stage, pledge.pledge_id, board) == []


def test_a_receipt_may_be_taken_back_once_by_its_own_board(
    stage: Stage, board: Actor, elsewhere: Actor, give: Give
) -> None:
    given = give()
    [step] = stage.ask(NextSteps(subject_id=given.donation_id), by=board, on=DAY).items
    assert (step.command, step.command_vi) == ("reverse_receipt", "Hủy phiếu thu")
    assert step.address == f"/v1/funds/donations/{given.donation_id}/reverse"
    assert possible(stage, given.donation_id, elsewhere) == []
    stage.act(reversal(given), by=board)
    assert possible(stage, given.donation_id, board) == []


def test_the_history_of_a_receipt_gives_the_code_of_its_reason_and_no_note(
    stage: Stage, board: Actor, elsewhere: Actor, give: Give
) -> None:
    given = give()
    stage.act(reversal(given), by=board)
    shown = stage.ask(HistoryOf(subject_id=given.donation_id), by=elsewhere)
    own = stage.ask(HistoryOf(subject_id=given.donation_id), by=board)
    assert [(each.step, each.reason) for each in own.items] == [("record", None), ("reverse", "duplicate")]
    assert [each.reason for each in shown.items] == [None, None]
    assert "Giả lập" not in shown.model_dump_json()
