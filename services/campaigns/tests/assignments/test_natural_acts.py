"""A due day is put off, and accepted work re-opened, by the body that set or closed it; all is synthetic."""

from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.assignments.messages.commands import AcceptAssignment, ExtendAssignment, ReopenAssignment
from contracts.errors import InvalidField, NotAllowed, WrongStep
from shared.history.messages import HistoryOf
from shared.tasks.messages import TaskList
from shared.testing import Stage

from .conftest import SIGNED

NEXT = SIGNED + timedelta(days=1)


def extending(assignment_id: str, due_on: date) -> ExtendAssignment:
    return ExtendAssignment(assignment_id=assignment_id, due_on=due_on, reason="Chờ số liệu (giả lập)")


def reopening(assignment_id: str) -> ReopenAssignment:
    return ReopenAssignment(assignment_id=assignment_id, reason="Thiếu hai xã (giả lập)")


def accepted(stage: Stage, play: Any) -> str:
    assignment_id: str = play.agreed()
    play.report(assignment_id)
    play.complete(assignment_id)
    stage.act(AcceptAssignment(assignment_id=assignment_id), by=play.board, on=SIGNED)
    return assignment_id


def test_the_day_is_put_off_with_its_reason_and_the_first_stays_known(stage: Stage, play: Any) -> None:
    assignment_id = play.agreed()
    first = play.shown(assignment_id).due_on
    later = first + timedelta(days=30)
    stage.act(extending(assignment_id, later), by=play.board, on=NEXT)
    shown = play.shown(assignment_id, NEXT)
    assert (shown.due_on, shown.first_due_on, shown.step) == (later, first, "agreed")
    [task] = stage.ask(TaskList(), by=play.member, on=NEXT).items
    assert (task.step, task.since, task.due_on) == ("report", SIGNED, later)
    last = stage.ask(HistoryOf(subject_id=assignment_id), by=play.board).items[-1]
    assert (last.step, last.reason) == ("extend", "Chờ số liệu (giả lập)")
    assert stage.events[-1] == "campaigns.assignment_extended.v1"


def test_overdue_work_may_be_given_more_time(stage: Stage, play: Any) -> None:
    assignment_id = play.agreed()
    late = play.shown(assignment_id).due_on + timedelta(days=3)
    assert play.shown(assignment_id, late).stage == "overdue_unbegun"
    stage.act(extending(assignment_id, late + timedelta(days=9)), by=play.board, on=late)
    assert play.shown(assignment_id, late).stage == "agreed"


def test_only_who_set_the_day_puts_it_off_and_never_back(stage: Stage, play: Any) -> None:
    assignment_id = play.agreed()
    due = play.shown(assignment_id).due_on
    with pytest.raises(NotAllowed) as refused:
        stage.act(extending(assignment_id, due + timedelta(days=9)), by=play.member, on=NEXT)
    assert refused.value.rule == "proposer-only"
    with pytest.raises(InvalidField) as earlier:
        stage.act(extending(assignment_id, due), by=play.board, on=NEXT)
    assert earlier.value.rule == "later-than-before"
    assert play.shown(assignment_id, NEXT).due_on == due


def test_accepted_work_is_reopened_by_who_accepted_it(stage: Stage, play: Any) -> None:
    assignment_id = accepted(stage, play)
    with pytest.raises(NotAllowed):
        stage.act(reopening(assignment_id), by=play.member, on=NEXT)
    stage.act(reopening(assignment_id), by=play.board, on=NEXT)
    shown = play.shown(assignment_id, NEXT)
    assert (shown.step, shown.accepted_on, shown.reason) == ("in_progress", None, "Thiếu hai xã (giả lập)")
    assert [each.step for each in stage.ask(TaskList(), by=play.member, on=NEXT).items] == ["complete"]
    assert stage.events[-1] == "campaigns.assignment_reopened.v1"


def test_work_that_was_not_accepted_is_not_reopened(stage: Stage, play: Any) -> None:
    with pytest.raises(WrongStep) as open_still:
        stage.act(reopening(play.agreed()), by=play.board, on=NEXT)
    assert open_still.value.rule == "assignment:reopen"


def test_accepted_work_gets_no_other_day(stage: Stage, play: Any) -> None:
    assignment_id = accepted(stage, play)
    with pytest.raises(WrongStep):
        stage.act(extending(assignment_id, date(2030, 1, 1)), by=play.board, on=NEXT)
