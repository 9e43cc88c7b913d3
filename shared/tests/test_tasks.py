"""Steps open what they await and close what they end."""

from datetime import timedelta

import pytest

from contracts.reference import Rules, rules
from shared.tasks.messages import TaskList
from shared.testing import SIGNING_DAY

from .papers import FRONT, RULE, STATE, THIRD, DraftPaper, Office


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_task_is_due_by_the_object_or_by_the_rule(office: Office) -> None:
    assert office.tasks(FRONT) == [("send", SIGNING_DAY + timedelta(days=5))]
    office.take("send", FRONT, days=1)
    [task] = office.stage.ask(TaskList(), by=STATE).items
    assert (task.step, task.due_on) == ("agree", SIGNING_DAY + timedelta(days=1 + 20))
    assert (task.step_vi, task.subject_vi) == ("Đồng ý", "Văn bản")
    name = rules().in_force(RULE, task.since).name
    assert (task.rule, task.rule_vi, task.rule_en) == (RULE, name.vi, name.en)


def test_the_rule_is_called_as_on_the_day_since_which_the_task_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    change, now = SIGNING_DAY + timedelta(days=10), rules().versions(RULE)[-1]
    old = now.model_copy(update={"valid_from": SIGNING_DAY, "valid_to": change, "name_vi": "Cũ"})
    new = now.model_copy(update={"valid_from": change, "valid_to": None, "name_vi": "Mới"})
    monkeypatch.setattr("contracts.reference.naming.rules", lambda: Rules([old, new]))
    for days in (0, 9, 10):
        later = Office()
        later.take("send", FRONT, days=days)
        [task] = later.stage.ask(TaskList(), by=STATE, on=change + timedelta(days=5)).items
        assert (task.rule_vi, task.rule_en) == ("Mới" if days == 10 else "Cũ", now.name_en)


def test_no_rule_is_named_where_none_was_in_force(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.take("send", FRONT)
    monkeypatch.setattr("contracts.reference.naming.rules", lambda: Rules([]))
    [task] = office.stage.ask(TaskList(), by=STATE).items
    assert (task.rule, task.rule_vi, task.rule_en) == (RULE, None, None)


def test_a_step_into_another_state_closes_what_was_awaited(office: Office) -> None:
    office.take("send", FRONT)
    assert office.tasks(FRONT) == []
    [done] = office.stage.ask(TaskList(state="done"), by=FRONT).items
    assert (done.step, done.closed_on, done.late) == ("send", SIGNING_DAY, False)
    office.take("refuse", THIRD)
    assert (office.tasks(STATE), office.tasks(THIRD)) == ([], [])


def test_a_step_that_stays_closes_what_awaits_the_acting_body_alone(office: Office) -> None:
    office.take("send", FRONT)
    office.take("agree", STATE)
    assert (len(office.tasks(STATE)), len(office.tasks(THIRD))) == (0, 1)


def test_a_step_that_stays_closes_what_it_fulfils_and_nothing_else(office: Office) -> None:
    office.take("send", FRONT)
    office.take("remark", STATE)
    assert len(office.tasks(STATE)) == 1
    office.take("abstain", STATE)
    assert (len(office.tasks(STATE)), len(office.tasks(THIRD))) == (0, 1)


@pytest.mark.parametrize("again", ["send_again", "ask_all"])
def test_what_is_awaited_still_stays_open_since_it_was(office: Office, again: str) -> None:
    """The same body is awaited for the same step by the same rule, in the same state or in another."""
    office.take("send", FRONT)
    before = office.stage.ask(TaskList(), by=STATE).items
    office.take("abstain", THIRD, days=1)
    office.take(again, FRONT, days=3)
    assert office.stage.ask(TaskList(), by=STATE).items == before
    [reopened] = office.stage.ask(TaskList(), by=THIRD).items
    assert reopened.since == SIGNING_DAY + timedelta(days=3)


def test_a_day_that_the_object_names_moves_with_it_and_the_task_stays(office: Office) -> None:
    office.take("put_off", FRONT, days=2, reason="Chờ số liệu")
    [task] = office.stage.ask(TaskList(), by=FRONT).items
    assert (task.since, task.due_on) == (SIGNING_DAY, SIGNING_DAY + timedelta(days=30))


def test_tasks_are_late_the_day_after_they_are_due(office: Office) -> None:
    due = SIGNING_DAY + timedelta(days=5)
    assert office.tasks(FRONT, on=due, state="late") == []
    assert len(office.tasks(FRONT, on=due + timedelta(days=1), state="late")) == 1
    assert office.tasks(FRONT, due_within_days=4) == []
    assert len(office.tasks(FRONT, due_within_days=5)) == 1
    office.take("send", FRONT, days=7)
    [done] = office.stage.ask(TaskList(state="done"), by=FRONT, on=due + timedelta(days=9)).items
    assert done.late


def test_tasks_come_by_pages_and_are_nobody_elses(office: Office) -> None:
    office.stage.act(DraftPaper(), by=FRONT)
    first = office.stage.ask(TaskList(limit=1), by=FRONT)
    rest = office.stage.ask(TaskList(limit=1, cursor=first.next_cursor), by=FRONT)
    assert {first.items[0].subject_id, rest.items[0].subject_id} > {office.paper}
    assert rest.next_cursor is None
    assert office.tasks(STATE) == []
