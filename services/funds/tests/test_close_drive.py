from collections.abc import Callable
from datetime import date

import pytest

from contracts.errors import NotAllowed, NotFound, WrongStep
from funds.donations.messages import ReceiptIssued
from funds.drives.messages import CloseDrive, DriveStanding, OpenDrive, ReopenDrive
from funds.pledges.messages import RegisterPledge
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

DAY = date(2017, 11, 19)


def test_no_anonymous_caller_closes_a_drive(stage: Stage, drive: DriveStanding) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(CloseDrive(drive_id=drive.drive_id), by=None)


def test_no_state_body_closes_a_drive(stage: Stage, drive: DriveStanding) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(CloseDrive(drive_id=drive.drive_id), by=actor("ubnd-tinh"))
    assert refused.value.rule == "function:fund-board"


def test_no_board_of_another_level_closes_a_drive(stage: Stage, drive: DriveStanding) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(CloseDrive(drive_id=drive.drive_id), by=actor("ban-vd-quy-xa", "05467"))
    assert refused.value.rule == "own-fund"


def test_a_drive_closes_once(stage: Stage, board: Actor, drive: DriveStanding) -> None:
    assert stage.act(CloseDrive(drive_id=drive.drive_id), by=board, on=DAY).state == "closed"
    with pytest.raises(WrongStep):
        stage.act(CloseDrive(drive_id=drive.drive_id), by=board, on=DAY)


def test_a_planned_drive_does_not_close(stage: Stage, board: Actor, wanted: Callable[..., OpenDrive]) -> None:
    planned = stage.act(wanted(occurred_on=date(2017, 10, 1)), by=board)
    with pytest.raises(WrongStep):
        stage.act(CloseDrive(drive_id=planned.drive_id), by=board, on=date(2017, 10, 1))


def test_an_unknown_drive_is_not_found(stage: Stage, board: Actor) -> None:
    with pytest.raises(NotFound):
        stage.act(CloseDrive(drive_id="drv_none"), by=board, on=DAY)


def test_a_closed_drive_takes_only_what_was_pledged(
    stage: Stage, board: Actor, drive: DriveStanding, give: Callable[..., ReceiptIssued]
) -> None:
    promise = RegisterPledge(
        drive_id=drive.drive_id,
        donor_kind="organisation",
        donor_name="Tổ chức Giả lập B",
        amount_vnd=10_000_000,
        due_on=date(2017, 12, 31),
        occurred_on=date(2017, 11, 1),
    )
    pledge = stage.act(promise, by=board)
    stage.act(CloseDrive(drive_id=drive.drive_id), by=board, on=DAY)
    with pytest.raises(WrongStep):
        give(occurred_on=DAY)
    with pytest.raises(WrongStep):
        stage.act(promise.model_copy(update={"occurred_on": DAY}), by=board)
    given = give(
        pledge_id=pledge.pledge_id, donor_kind="organisation", amount_vnd=10_000_000, occurred_on=DAY
    )
    assert given.pledge is not None
    assert given.pledge.state == "fulfilled"


def test_its_board_reopens_a_drive_with_the_reason(stage: Stage, board: Actor, drive: DriveStanding) -> None:
    wanted = ReopenDrive(drive_id=drive.drive_id, reason="Còn địa bàn chưa vận động (giả lập)")
    with pytest.raises(WrongStep) as refused:
        stage.act(wanted, by=board, on=DAY)
    assert refused.value.rule == "drive:reopen"
    stage.act(CloseDrive(drive_id=drive.drive_id), by=board, on=DAY)
    for wrong in (actor("ubnd-tinh"), actor("ban-vd-quy-xa", "05467")):
        with pytest.raises(NotAllowed):
            stage.act(wanted, by=wrong, on=DAY)
    assert stage.act(wanted, by=board, on=DAY).state == "open"
    assert stage.events[-1] == "funds.drive_reopened.v1"
    last = stage.ask(HistoryOf(subject_id=drive.drive_id), by=board).items[-1]
    assert (last.step, last.reason) == ("reopen", wanted.reason)
