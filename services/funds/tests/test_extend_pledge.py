"""A donor is given more time by the fund's board; all persons are synthetic."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from funds.donations.messages import ReceiptIssued
from funds.drives.messages import DriveStanding
from funds.pledges.messages import ExtendPledge, PledgeStanding, PledgeView
from funds.pledges.messages import Pledges as Asked
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

Give = Callable[..., ReceiptIssued]
DAY, DUE, LATER = date(2017, 10, 17), date(2017, 11, 10), date(2017, 12, 20)
LATE = DUE + timedelta(days=1)
WHY = "Doanh nghiệp xin lùi sang tháng 12 (giả lập)"


@pytest.fixture
def pledge(promise: Callable[[date], PledgeStanding]) -> PledgeStanding:
    return promise(DUE)


def extend(pledge: PledgeStanding, due_on: date = LATER) -> ExtendPledge:
    return ExtendPledge(pledge_id=pledge.pledge_id, due_on=due_on, reason=WHY)


def shown(stage: Stage, board: Actor, drive: DriveStanding) -> PledgeView:
    [found] = stage.ask(Asked(drive_id=drive.drive_id), by=board).items
    return PledgeView.model_validate(found)


def test_the_day_is_put_off_with_its_reason_and_the_first_stays_known(
    stage: Stage, board: Actor, drive: DriveStanding, pledge: PledgeStanding
) -> None:
    answer = stage.act(extend(pledge), by=board, on=DUE)
    assert (answer.state, answer.due_on) == ("registered", LATER)
    now = shown(stage, board, drive)
    assert (now.due_on, now.first_due_on) == (LATER, DUE)
    tasks = stage.ask(TaskList(), by=board, on=DUE).items
    [task] = [each for each in tasks if each.subject_id == pledge.pledge_id]
    assert (task.step, task.since, task.due_on) == ("fulfil", DAY, LATER)
    last = stage.ask(HistoryOf(subject_id=pledge.pledge_id), by=board).items[-1]
    assert (last.step, last.reason) == ("extend", WHY)
    told = stage.envelopes[-1]
    assert (told.type, told.data["due_on"]) == ("funds.pledge_extended.v1", "2017-12-20")
    assert told.data["first_due_on"] == "2017-11-10"
    assert "Giả lập" not in str(told.data)


@pytest.mark.parametrize(
    ("given", "state", "step"),
    [(0, "registered", "extend_overdue"), (4, "partly_received", "extend_overdue_part")],
)
def test_an_overdue_pledge_stands_as_before_and_is_found_late_again(
    stage: Stage,
    board: Actor,
    drive: DriveStanding,
    give: Give,
    pledge: PledgeStanding,
    given: int,
    state: str,
    step: str,
) -> None:
    if given:
        give(pledge_id=pledge.pledge_id, amount_vnd=given)
    stage.tick(on=LATE)
    assert stage.act(extend(pledge), by=board, on=LATE).state == state
    assert stage.ask(HistoryOf(subject_id=pledge.pledge_id), by=board).items[-1].step == step
    stage.tick(on=LATER)
    assert shown(stage, board, drive).state == state
    stage.tick(on=LATER + timedelta(days=1))
    assert shown(stage, board, drive).state == "overdue"


@pytest.mark.parametrize(
    ("due_on", "on"), [(DUE, DAY), (DUE - timedelta(days=1), DAY), (LATE, LATE + timedelta(days=3))]
)
def test_no_day_is_put_back(
    stage: Stage, board: Actor, pledge: PledgeStanding, due_on: date, on: date
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(extend(pledge, due_on), by=board, on=on)
    assert (refused.value.rule, refused.value.fields[0].field) == ("later-than-before", "due_on")


@pytest.mark.parametrize(
    ("agency", "unit", "rule"),
    [
        ("so-ldtbxh", "19", "function:fund-board"),
        ("btt-mttq-tinh", "19", "function:fund-board"),
        ("ban-vd-quy-xa", "05467", "own-fund"),
    ],
)
def test_only_the_board_of_the_fund_gives_more_time(
    stage: Stage, pledge: PledgeStanding, agency: str, unit: str, rule: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(extend(pledge), by=actor(agency, unit), on=DAY)
    assert refused.value.rule == rule


def test_what_is_fulfilled_gets_no_other_day(
    stage: Stage, board: Actor, give: Give, pledge: PledgeStanding
) -> None:
    give(pledge_id=pledge.pledge_id, amount_vnd=10)
    with pytest.raises(WrongStep) as refused:
        stage.act(extend(pledge), by=board, on=DUE)
    assert refused.value.rule == "pledge:extend"


def test_an_unknown_pledge_is_not_found(stage: Stage, board: Actor) -> None:
    with pytest.raises(NotFound):
        stage.act(ExtendPledge(pledge_id="plg_none", due_on=LATER, reason=WHY), by=board, on=DAY)
