"""What the calendar does with pledges: overdue from the day after their day, until they are fulfilled."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from funds.donations.messages import ReceiptIssued, ReverseReceipt
from funds.drives.messages import DriveStanding
from funds.pledges.messages import Pledges as Asked
from funds.pledges.messages import PledgeStanding, PledgeView
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

Give = Callable[..., ReceiptIssued]
DAY = date(2017, 10, 17)
DUE = date(2017, 11, 10)
LATE = DUE + timedelta(days=1)


@pytest.fixture
def pledge(promise: Callable[[date], PledgeStanding]) -> PledgeStanding:
    return promise(DUE)


def shown(stage: Stage, board: Actor, drive: DriveStanding) -> PledgeView:
    [found] = stage.ask(Asked(drive_id=drive.drive_id), by=board).items
    return PledgeView.model_validate(found)


def steps(stage: Stage, pledge: PledgeStanding, board: Actor) -> list[tuple[str, str]]:
    items = stage.ask(HistoryOf(subject_id=pledge.pledge_id), by=board).items
    return [(each.step, each.user) for each in items if each.user == "timer"]


@pytest.mark.usefixtures("pledge")
@pytest.mark.parametrize(
    ("on", "state"), [(DUE, "registered"), (LATE, "overdue"), (date(2018, 3, 1), "overdue")]
)
def test_a_pledge_is_overdue_from_the_day_after_its_day(
    stage: Stage, board: Actor, drive: DriveStanding, on: date, state: str
) -> None:
    assert stage.tick(on=on) == ["find_overdue_pledges"]
    assert shown(stage, board, drive).state == state
    assert stage.tick(on=on) == []


def test_it_is_found_once_though_it_stays_owed(stage: Stage, board: Actor, pledge: PledgeStanding) -> None:
    for days in range(4):
        stage.tick(on=DUE + timedelta(days=days))
    assert steps(stage, pledge, board) == [("fall_overdue", "timer")]


def test_its_board_alone_has_a_task_which_ends_when_all_is_received(
    stage: Stage, board: Actor, give: Give, pledge: PledgeStanding
) -> None:
    stage.tick(on=LATE)
    [task] = stage.ask(TaskList(state="late"), by=board, on=LATE).items
    assert (task.subject_id, task.step, task.since, task.due_on) == (pledge.pledge_id, "fulfil", DAY, DUE)
    assert stage.ask(TaskList(), by=actor("ban-vd-quy-xa", "05467"), on=LATE).items == []
    given = give(pledge_id=pledge.pledge_id, amount_vnd=10, occurred_on=LATE)
    assert given.pledge
    assert given.pledge.state == "fulfilled"
    left = stage.ask(TaskList(), by=board, on=LATE).items
    assert pledge.pledge_id not in {each.subject_id for each in left}


def test_what_is_still_owed_after_a_part_is_found_again(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give, pledge: PledgeStanding
) -> None:
    stage.tick(on=LATE)
    given = give(pledge_id=pledge.pledge_id, amount_vnd=4, occurred_on=LATE)
    assert given.pledge
    assert given.pledge.state == "partly_received"
    stage.tick(on=LATE + timedelta(days=1))
    assert shown(stage, board, drive).state == "overdue"
    assert len(steps(stage, pledge, board)) == 2


@pytest.mark.parametrize("on", [DAY, LATE])
def test_a_donation_entered_late_counts_whatever_its_day(
    stage: Stage, drive: DriveStanding, board: Actor, give: Give, pledge: PledgeStanding, on: date
) -> None:
    stage.tick(on=LATE)
    give(pledge_id=pledge.pledge_id, amount_vnd=10, occurred_on=on)
    stage.tick(on=LATE + timedelta(days=1))
    assert (shown(stage, board, drive).state, len(steps(stage, pledge, board))) == ("fulfilled", 1)


@pytest.mark.parametrize(("amounts", "state"), [([4], "registered"), ([4, 3], "partly_received")])
def test_a_receipt_taken_back_from_an_overdue_pledge_is_owed_and_found_again(
    stage: Stage,
    board: Actor,
    drive: DriveStanding,
    give: Give,
    pledge: PledgeStanding,
    amounts: list[int],
    state: str,
) -> None:
    given = [give(pledge_id=pledge.pledge_id, amount_vnd=amount) for amount in amounts]
    stage.tick(on=LATE)
    reversal = ReverseReceipt(
        donation_id=given[-1].donation_id, reason="duplicate", note="Giả lập", occurred_on=LATE
    )
    taken = stage.act(reversal, by=board)
    assert taken.pledge.state == state
    stage.tick(on=LATE + timedelta(days=1))
    assert shown(stage, board, drive).state == "overdue"


def test_overdue_pledges_can_be_listed(
    stage: Stage, board: Actor, drive: DriveStanding, pledge: PledgeStanding
) -> None:
    stage.tick(on=LATE)
    [found] = stage.ask(Asked(drive_id=drive.drive_id, state="overdue"), by=board).items
    assert found.pledge_id == pledge.pledge_id


def test_what_is_owed_is_found_through_its_index(stage: Stage) -> None:
    asked = "EXPLAIN QUERY PLAN SELECT * FROM pledges WHERE state IN ('registered', 'partly_received')"
    with stage.database.reading() as session:
        plan = session.connection().exec_driver_sql(f"{asked} AND due_on < '2017-09-22'").all()
    assert "pledges_owed" in str(plan)
