"""A recommendation gets a later day, or another answer is asked for, by its sender; all is synthetic."""

from datetime import date, timedelta

import pytest

from contracts.errors import InvalidField, NotAllowed, WrongStep
from shared.authority import Actor
from shared.domain.deadlines import TooEarly
from shared.history.messages import HistoryOf
from shared.tasks.messages import TaskList, TaskRecord
from shared.testing import Stage, actor
from supervision.recommendations.messages import (
    AcknowledgeRecommendation,
    AnswerRecommendation,
    EscalateRecommendation,
    ExtendRecommendation,
    RecommendationById,
    RecommendationDetail,
    RecommendationStanding,
    ReopenRecommendation,
)

SENT = date(2017, 9, 1)
NEXT = SENT + timedelta(days=1)
DUE = SENT + timedelta(days=20)
LATER = DUE + timedelta(days=10)
OVERDUE = "supervision.recommendation_overdue.v1"


def extend(sent: RecommendationStanding, due_on: date = LATER) -> ExtendRecommendation:
    return ExtendRecommendation(
        recommendation_id=sent.recommendation_id, due_on=due_on, reason="Chờ số liệu của xã (giả lập)"
    )


def reopen(sent: RecommendationStanding) -> ReopenRecommendation:
    return ReopenRecommendation(
        recommendation_id=sent.recommendation_id, reason="Chưa nêu biện pháp khắc phục (giả lập)"
    )


def acknowledge(stage: Stage, sent: RecommendationStanding, by: Actor) -> None:
    stage.act(AcknowledgeRecommendation(recommendation_id=sent.recommendation_id), by=by, on=NEXT)


def answer(stage: Stage, sent: RecommendationStanding, by: Actor, on: date = NEXT) -> None:
    wanted = AnswerRecommendation(
        recommendation_id=sent.recommendation_id, outcome="partly", reason="Giả lập", doc_number="45/SLĐ"
    )
    stage.act(wanted, by=by, on=on)


def shown(stage: Stage, sent: RecommendationStanding, by: Actor) -> RecommendationDetail:
    found = stage.ask(RecommendationById(recommendation_id=sent.recommendation_id), by=by)
    return RecommendationDetail.model_validate(found)


def tasks(stage: Stage, of: Actor, on: date) -> list[TaskRecord]:
    return [TaskRecord.model_validate(each) for each in stage.ask(TaskList(), by=of, on=on).items]


@pytest.mark.parametrize("step", ["acknowledge", "answer"])
def test_the_day_is_put_off_with_its_reason_and_the_first_stays_known(
    stage: Stage, front: Actor, supervised: Actor, sent: RecommendationStanding, step: str
) -> None:
    if step == "answer":
        acknowledge(stage, sent, supervised)
    stage.act(extend(sent), by=front, on=NEXT)
    now = shown(stage, sent, front)
    assert (now.due_on, now.first_due_on, now.answer_due.due_on) == (LATER, DUE, LATER)
    assert "Đã gia hạn đến ngày 01/10/2017." in now.answer_due.explanation_vi
    [task] = tasks(stage, supervised, NEXT)
    assert (task.step, task.due_on) == (step, LATER)
    last = stage.ask(HistoryOf(subject_id=sent.recommendation_id), by=front).items[-1]
    assert (last.step, last.reason) == ("extend", "Chờ số liệu của xã (giả lập)")
    told = stage.envelopes[-1]
    assert told.type == "supervision.recommendation_extended.v1"
    assert (told.data["due_on"], told.data["first_due_on"]) == ("2017-10-01", "2017-09-21")


def test_a_late_answer_is_given_more_time_and_found_late_again(
    stage: Stage, front: Actor, sent: RecommendationStanding
) -> None:
    late = DUE + timedelta(days=1)
    stage.tick(on=late)
    assert [each.step for each in tasks(stage, front, late)] == ["escalate"]
    stage.act(extend(sent), by=front, on=late)
    assert tasks(stage, front, late) == []
    assert shown(stage, sent, front).overdue_since is None
    stage.tick(on=LATER)
    assert stage.events.count(OVERDUE) == 1
    stage.tick(on=LATER + timedelta(days=1))
    assert stage.events.count(OVERDUE) == 2


def test_an_answer_by_the_later_day_is_in_time_and_nobody_takes_it_up_before(
    stage: Stage, front: Actor, supervised: Actor, sent: RecommendationStanding
) -> None:
    acknowledge(stage, sent, supervised)
    stage.act(extend(sent), by=front, on=NEXT)
    escalate = EscalateRecommendation(recommendation_id=sent.recommendation_id)
    with pytest.raises(TooEarly, match="Put off to 2017-10-01"):
        stage.act(escalate, by=front, on=LATER)
    answer(stage, sent, supervised, on=LATER)
    assert shown(stage, sent, front).on_time is True


@pytest.mark.parametrize("due_on", [DUE, DUE - timedelta(days=1), NEXT])
def test_no_day_is_put_back(stage: Stage, front: Actor, sent: RecommendationStanding, due_on: date) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(extend(sent, due_on), by=front, on=NEXT)
    assert (refused.value.rule, refused.value.fields[0].field) == ("later-than-before", "due_on")


@pytest.mark.parametrize(
    ("who", "rule"), [("so-ldtbxh", "side:front"), ("hlhpn-tinh", "sender-only"), ("ubnd-tinh", "side:front")]
)
def test_only_the_sender_extends_and_reopens(
    stage: Stage, sent: RecommendationStanding, who: str, rule: str
) -> None:
    for wanted in (extend(sent), reopen(sent)):
        with pytest.raises(NotAllowed) as refused:
            stage.act(wanted, by=actor(who), on=NEXT)
        assert refused.value.rule == rule


def test_another_answer_is_asked_for_by_a_new_day_and_the_first_can_be_read(
    stage: Stage, front: Actor, supervised: Actor, sent: RecommendationStanding
) -> None:
    acknowledge(stage, sent, supervised)
    answer(stage, sent, supervised)
    again = DUE + timedelta(days=5)
    assert stage.act(reopen(sent), by=front, on=again).state == "acknowledged"
    now = shown(stage, sent, front)
    assert (now.due_on, now.first_due_on) == (again + timedelta(days=20), DUE)
    assert (now.answered_on, now.on_time) == (None, None)
    assert (now.outcome, now.answer_doc_number) == ("partly", "45/SLĐ")
    [task] = tasks(stage, supervised, again)
    assert (task.step, task.since, task.due_on, task.rule) == ("answer", again, now.due_on, "sup.answer_due")
    last = stage.ask(HistoryOf(subject_id=sent.recommendation_id), by=front).items[-1]
    assert (last.step, last.reason) == ("reopen", "Chưa nêu biện pháp khắc phục (giả lập)")
    assert stage.events[-1] == "supervision.recommendation_reopened.v1"
    stage.tick(on=now.due_on + timedelta(days=1))
    assert stage.events[-1] == OVERDUE


def test_what_is_not_answered_is_not_reopened_and_what_is_answered_gets_no_other_day(
    stage: Stage, front: Actor, supervised: Actor, sent: RecommendationStanding
) -> None:
    acknowledge(stage, sent, supervised)
    with pytest.raises(WrongStep) as early:
        stage.act(reopen(sent), by=front, on=NEXT)
    assert early.value.rule == "recommendation:reopen"
    answer(stage, sent, supervised)
    with pytest.raises(WrongStep) as late:
        stage.act(extend(sent), by=front, on=NEXT)
    assert late.value.rule == "recommendation:extend"
