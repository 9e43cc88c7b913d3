"""What the calendar does with opinion documents: found late once, told, and a late answer is still taken."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from critique.opinions.domain.opinion import Opinion
from critique.opinions.messages import AnswerOpinion, OpinionById, OpinionDocument, OpinionStanding
from shared.authority import Actor
from shared.domain.deadlines import TooEarly
from shared.history.messages import HistoryOf
from shared.testing import Stage

OVERDUE = "critique.response_overdue.v1"
Answered = Callable[..., AnswerOpinion]


@pytest.fixture
def due(issued: OpinionStanding) -> date:
    return issued.answer_due.due_on


def shown(stage: Stage, issued: OpinionStanding) -> OpinionDocument:
    return OpinionDocument.model_validate(stage.ask(OpinionById(critique_id=issued.critique_id)))


@pytest.mark.parametrize(("days", "told"), [(0, []), (1, [1]), (12, [12])])
def test_it_is_late_from_the_day_after_the_day_of_the_rule(
    stage: Stage, issued: OpinionStanding, due: date, days: int, told: list[int]
) -> None:
    assert stage.tick(on=due + timedelta(days=days)) == ["find_late_responses"]
    assert [each.data["days_late"] for each in stage.envelopes if each.type == OVERDUE] == told
    assert shown(stage, issued).overdue_since == (due + timedelta(days=days) if told else None)


def test_it_is_found_once_by_nobodys_hand(
    stage: Stage, front: Actor, issued: OpinionStanding, due: date
) -> None:
    for days in range(4):
        stage.tick(on=due + timedelta(days=days))
    assert stage.events.count(OVERDUE) == 1
    items = stage.ask(HistoryOf(subject_id=issued.critique_id), by=front).items
    assert [(each.step, each.user) for each in items][1:] == [("fall_overdue", "timer")]


def test_what_was_answered_in_time_is_never_found(
    stage: Stage, drafter: Actor, issued: OpinionStanding, answered: Answered, due: date
) -> None:
    stage.act(answered(issued.critique_id), by=drafter)
    stage.tick(on=due + timedelta(days=1))
    assert OVERDUE not in stage.events


@pytest.mark.parametrize(("days", "on_time"), [(0, True), (2, False)])
def test_an_answer_is_taken_after_it_was_found_late(
    stage: Stage,
    drafter: Actor,
    issued: OpinionStanding,
    answered: Answered,
    due: date,
    days: int,
    *,
    on_time: bool,
) -> None:
    stage.tick(on=due + timedelta(days=1))
    answer = answered(issued.critique_id, occurred_on=due + timedelta(days=days))
    assert stage.act(answer, by=drafter).on_time is on_time


@pytest.mark.usefixtures("issued")
def test_nothing_falls_overdue_on_its_own_day(stage: Stage, due: date) -> None:
    with stage.work() as work:
        [opinion] = work.session.query(Opinion)
        with pytest.raises(TooEarly):
            opinion.fall_overdue(due)


def test_what_is_late_is_found_through_its_index(stage: Stage) -> None:
    asked = "EXPLAIN QUERY PLAN SELECT * FROM opinions WHERE answered_on IS NULL AND overdue_since IS NULL"
    with stage.database.reading() as session:
        plan = session.connection().exec_driver_sql(f"{asked} AND answer_due_on < '2017-09-22'").all()
    assert "opinions_without_answer" in str(plan)
