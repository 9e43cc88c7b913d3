"""What the calendar does with recommendations: found late once, told, taken up one level by the sender."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from contracts.errors import NotAllowed
from shared.authority import Actor
from shared.domain.deadlines import TooEarly
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from supervision.recommendations.domain.escalation import front_above
from supervision.recommendations.domain.recommendation import EscalatedBefore
from supervision.recommendations.messages import (
    AcknowledgeRecommendation,
    AnswerRecommendation,
    EscalateRecommendation,
    RecommendationList,
    RecommendationRow,
    RecommendationStanding,
    SendRecommendation,
)

OVERDUE = "supervision.recommendation_overdue.v1"
SENT = date(2017, 9, 1)
Agreed = Callable[..., str]
Recommended = Callable[..., SendRecommendation]


@pytest.fixture
def due(sent: RecommendationStanding) -> date:
    return sent.answer_due.due_on


def escalate(sent: RecommendationStanding, on: date) -> EscalateRecommendation:
    return EscalateRecommendation(recommendation_id=sent.recommendation_id, occurred_on=on)


def acknowledge(sent: RecommendationStanding, on: date) -> AcknowledgeRecommendation:
    return AcknowledgeRecommendation(recommendation_id=sent.recommendation_id, occurred_on=on)


def answer(sent: RecommendationStanding, on: date) -> AnswerRecommendation:
    return AnswerRecommendation(
        recommendation_id=sent.recommendation_id, outcome="accepted", doc_number="45/SLĐ", occurred_on=on
    )


def awaited(stage: Stage, body: str, on: date) -> list[str]:
    return [task.step for task in stage.ask(TaskList(), by=actor(body), on=on).items]


def row(stage: Stage) -> RecommendationRow:
    [found] = stage.ask(RecommendationList()).items
    return RecommendationRow.model_validate(found)


@pytest.mark.parametrize(("days", "found"), [(0, []), (1, [1]), (9, [9])])
def test_it_is_late_from_the_day_after_the_day_of_the_rule(
    stage: Stage, due: date, days: int, found: list[int]
) -> None:
    assert stage.tick(on=due + timedelta(days=days)) == ["find_late_answers"]
    assert [each.data["days_late"] for each in stage.envelopes if each.type == OVERDUE] == found
    assert row(stage).overdue_since == (due + timedelta(days=days) if found else None)


def test_it_is_found_once_though_it_stays_late(stage: Stage, due: date) -> None:
    for days in range(4):
        stage.tick(on=due + timedelta(days=days))
        stage.tick(on=due + timedelta(days=days))
    assert stage.events.count(OVERDUE) == 1


def test_what_was_answered_in_time_is_never_found(
    stage: Stage, supervised: Actor, sent: RecommendationStanding, due: date
) -> None:
    stage.act(acknowledge(sent, SENT), by=supervised)
    stage.act(answer(sent, due), by=supervised)
    stage.tick(on=due + timedelta(days=1))
    assert OVERDUE not in stage.events


def test_many_that_are_late_are_found_together(
    stage: Stage, front: Actor, agreed: Agreed, recommended: Recommended
) -> None:
    plan = agreed()
    for number, day in ((1, 1), (2, 2), (3, 28)):
        wanted = recommended(plan, doc_number=f"{number}/KN", occurred_on=date(2017, 9, day))
        stage.act(wanted, by=front)
    stage.tick(on=date(2017, 9, 28))
    assert stage.events.count(OVERDUE) == 2


def test_the_timer_stands_in_the_history_as_nobodys_act(
    stage: Stage, front: Actor, sent: RecommendationStanding, due: date
) -> None:
    stage.tick(on=due + timedelta(days=1))
    last = stage.ask(HistoryOf(subject_id=sent.recommendation_id), by=front).items[-1]
    assert (last.step, last.user, last.taken_on) == ("fall_overdue", "timer", due + timedelta(days=1))


def test_the_sender_has_a_task_from_then_on_until_it_escalates(
    stage: Stage, front: Actor, supervised: Actor, sent: RecommendationStanding, due: date
) -> None:
    late = due + timedelta(days=1)
    assert awaited(stage, "btt-mttq-tinh", late) == []
    stage.tick(on=late)
    assert awaited(stage, "btt-mttq-tinh", late) == ["escalate"]
    assert awaited(stage, "so-ldtbxh", late) == ["acknowledge"]
    stage.act(acknowledge(sent, late), by=supervised)
    assert awaited(stage, "btt-mttq-tinh", late) == ["escalate"]
    stage.act(escalate(sent, late), by=front)
    assert awaited(stage, "btt-mttq-tinh", late) == []
    assert awaited(stage, "so-ldtbxh", late) == ["answer"]


def test_an_answer_ends_the_senders_task(
    stage: Stage, supervised: Actor, sent: RecommendationStanding, due: date
) -> None:
    stage.act(acknowledge(sent, SENT), by=supervised)
    late = due + timedelta(days=1)
    stage.tick(on=late)
    stage.act(answer(sent, late), by=supervised)
    assert awaited(stage, "btt-mttq-tinh", late) == []
    assert row(stage).on_time is False


def test_what_is_entered_late_but_happened_in_time_is_still_taken(
    stage: Stage, supervised: Actor, sent: RecommendationStanding, due: date
) -> None:
    stage.tick(on=due + timedelta(days=1))
    stage.act(acknowledge(sent, SENT), by=supervised)
    stage.act(answer(sent, due), by=supervised)
    assert row(stage).on_time is True


def test_it_is_escalated_to_the_front_above_and_told(
    stage: Stage, front: Actor, sent: RecommendationStanding, due: date
) -> None:
    late = due + timedelta(days=3)
    stage.act(escalate(sent, late), by=front)
    told = stage.envelopes[-1]
    assert told.type == "supervision.recommendation_escalated.v1"
    assert told.data["escalated_to_body"] == row(stage).escalated_to_body == "ubtw-mttq"


def test_it_is_not_escalated_before_it_is_late(
    stage: Stage, front: Actor, sent: RecommendationStanding, due: date
) -> None:
    with pytest.raises(TooEarly) as refused:
        stage.act(escalate(sent, due), by=front)
    assert refused.value.rule == "sup.answer_due"


def test_it_is_escalated_once(stage: Stage, front: Actor, sent: RecommendationStanding, due: date) -> None:
    late = due + timedelta(days=1)
    stage.act(escalate(sent, late), by=front)
    with pytest.raises(EscalatedBefore):
        stage.act(escalate(sent, late), by=front)


@pytest.mark.parametrize("who", ["hlhpn-tinh", "so-ldtbxh", "ub-mttq-tinh"])
def test_nobody_but_its_sender_escalates(
    stage: Stage, sent: RecommendationStanding, due: date, who: str
) -> None:
    with pytest.raises(NotAllowed):
        stage.act(escalate(sent, due + timedelta(days=1)), by=actor(who))


def test_the_sender_is_offered_it_only_while_it_is_possible(
    stage: Stage, front: Actor, sent: RecommendationStanding, due: date
) -> None:
    asked, late = NextSteps(subject_id=sent.recommendation_id), due + timedelta(days=1)
    before = [each.command for each in stage.ask(asked, by=front, on=due).items]
    after = [each.command for each in stage.ask(asked, by=front, on=late).items]
    extend = "extend_recommendation"
    assert (before, after) == ([extend], ["escalate_recommendation", extend])


@pytest.mark.parametrize(
    ("level", "path", "on", "above"),
    [
        ("X", "/19/164/05431/", date(2017, 9, 1), "ub-mttq-huyen/164"),
        ("X", "/19/164/05431/", date(2025, 7, 1), "ub-mttq-tinh"),
        ("X", "/19/05431/", date(2025, 7, 1), "ub-mttq-tinh"),
        ("H", "/19/164/", date(2017, 9, 1), "ub-mttq-tinh"),
        ("T", "/19/", date(2017, 9, 1), "ubtw-mttq"),
    ],
)
def test_the_front_above_is_that_of_the_day(level: str, path: str, on: date, above: str) -> None:
    assert front_above(level, path, on) == above


def test_what_is_late_is_found_through_its_index(stage: Stage) -> None:
    asked = (
        "EXPLAIN QUERY PLAN SELECT * FROM recommendations WHERE answered_on IS NULL AND overdue_since IS NULL"
    )
    with stage.database.reading() as session:
        plan = session.connection().exec_driver_sql(f"{asked} AND due_on < '2017-09-22'").all()
    assert "recommendations_without_answer" in str(plan)
