from collections.abc import Callable
from datetime import date, timedelta

import pytest

from contracts.errors import DayBeforeLastStep, InvalidField, NotAllowed, NotFound, WrongStep
from contracts.reference import deadline
from shared.authority import Actor
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated
from supervision.plans.messages import PlanStanding
from supervision.recommendations.messages import (
    AcknowledgeRecommendation,
    AnswerRecommendation,
    RecommendationById,
    RecommendationList,
    RecommendationStanding,
    SendRecommendation,
)

SENT = date(2017, 9, 1)
Agreed = Callable[..., str]
Recommended = Callable[..., SendRecommendation]
Proposed = Callable[..., PlanStanding]


def acknowledge(sent: RecommendationStanding, on: date = SENT) -> AcknowledgeRecommendation:
    return AcknowledgeRecommendation(recommendation_id=sent.recommendation_id, occurred_on=on)


def answer(sent: RecommendationStanding, on: date = SENT, **changes: object) -> AnswerRecommendation:
    fields: dict[str, object] = {
        "recommendation_id": sent.recommendation_id,
        "outcome": "accepted",
        "doc_number": "45/SLĐ",
        "occurred_on": on,
    }
    return AnswerRecommendation.model_validate(fields | changes)


def test_the_anonymous_send_acknowledge_and_answer_nothing(
    stage: Stage, sent: RecommendationStanding, recommended: Recommended
) -> None:
    for command in (recommended("pln_x"), acknowledge(sent), answer(sent)):
        with pytest.raises(NotAuthenticated):
            stage.act(command, by=None)


def test_the_due_day_comes_from_the_rule_table_and_is_explained(sent: RecommendationStanding) -> None:
    assert sent.answer_due.due_on == deadline("sup.answer_due", SENT).due == SENT + timedelta(days=20)
    assert "Thời hạn trả lời kiến nghị giám sát" in sent.answer_due.explanation_vi
    assert "2017-09-21" in sent.answer_due.explanation_en


@pytest.mark.parametrize("who", ["so-ldtbxh", "ubnd-tinh", "hdnd-tinh"])
def test_the_supervised_side_recommends_nothing(
    stage: Stage, agreed: Agreed, recommended: Recommended, who: str
) -> None:
    with pytest.raises(NotAllowed):
        stage.act(recommended(agreed()), by=actor(who))


def test_a_member_of_the_level_may_recommend(stage: Stage, agreed: Agreed, recommended: Recommended) -> None:
    assert stage.act(recommended(agreed()), by=actor("hlhpn-tinh")).state == "sent"


def test_another_level_may_not(stage: Stage, agreed: Agreed, recommended: Recommended) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(recommended(agreed()), by=actor("ub-mttq-xa", "05431"))
    assert refused.value.rule == "same-level"


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"topic": "GS-DT-1"}, "topic", "topic-of-the-plan"),
        ({"addressee_body": "ubnd-xa/05431"}, "addressee_body", "state-body-of-the-level"),
        ({"addressee_body": "hlhpn-tinh"}, "addressee_body", "state-body-of-the-level"),
        ({"addressee_body": "so-khong"}, "addressee_body", "agency-in-force"),
    ],
)
def test_what_breaks_a_rule_is_named(
    stage: Stage,
    front: Actor,
    agreed: Agreed,
    recommended: Recommended,
    changes: dict[str, object],
    field: str,
    rule: str,
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(recommended(agreed(), **changes), by=front)
    assert [(each.field, each.rule) for each in refused.value.fields] == [(field, rule)]


def test_a_number_is_used_once_a_year(
    stage: Stage, front: Actor, sent: RecommendationStanding, recommended: Recommended
) -> None:
    detail = stage.ask(RecommendationById(recommendation_id=sent.recommendation_id), by=front)
    with pytest.raises(InvalidField) as refused:
        stage.act(recommended(detail.plan_id), by=front)
    assert refused.value.rule == "once-a-year"


def test_nothing_is_recommended_before_the_plan_is_agreed(
    stage: Stage, front: Actor, proposed: Proposed, recommended: Recommended
) -> None:
    with pytest.raises(WrongStep):
        stage.act(recommended(proposed().plan_id), by=front)


def test_the_addressee_acknowledges_and_answers_in_time(
    stage: Stage, supervised: Actor, sent: RecommendationStanding
) -> None:
    stage.act(acknowledge(sent), by=supervised)
    assert stage.act(answer(sent, on=sent.answer_due.due_on), by=supervised).state == "answered"
    told = stage.envelopes[-1]
    assert (told.type, told.data["on_time"]) == ("supervision.recommendation_answered.v1", True)


def test_a_late_answer_is_taken_and_told_as_late(
    stage: Stage, supervised: Actor, sent: RecommendationStanding
) -> None:
    stage.act(acknowledge(sent), by=supervised)
    late = sent.answer_due.due_on + timedelta(days=1)
    overdue = RecommendationList(overdue_as_of=late)
    assert len(stage.ask(overdue).items) == 1
    stage.act(answer(sent, on=late, outcome="rejected", reason="Ngoài thẩm quyền"), by=supervised)
    assert stage.envelopes[-1].data["on_time"] is False
    assert "Ngoài thẩm quyền" not in str(stage.envelopes[-1].data)
    assert stage.ask(overdue).items == []


def test_what_was_overdue_on_a_day_stays_so_when_it_is_answered_later(
    stage: Stage, supervised: Actor, sent: RecommendationStanding
) -> None:
    due = sent.answer_due.due_on
    stage.act(acknowledge(sent), by=supervised)
    stage.act(answer(sent, on=due + timedelta(days=5)), by=supervised)
    overdue_after = [
        days
        for days in range(8)
        if stage.ask(RecommendationList(overdue_as_of=due + timedelta(days=days))).items
    ]
    assert overdue_after == [1, 2, 3, 4]


@pytest.mark.parametrize("day", [date(2017, 8, 31), date(2017, 9, 4)])
def test_no_answer_is_dated_before_its_receipt_and_no_receipt_before_the_sending(
    stage: Stage, supervised: Actor, sent: RecommendationStanding, day: date
) -> None:
    received = date(2017, 9, 5)
    step: AcknowledgeRecommendation | AnswerRecommendation = acknowledge(sent, on=day)
    if day > SENT:
        stage.act(acknowledge(sent, on=received), by=supervised)
        step = answer(sent, on=day)
    with pytest.raises(DayBeforeLastStep) as refused:
        stage.act(step, by=supervised)
    assert refused.value.rule in {"recommendation:acknowledge", "recommendation:answer"}


@pytest.mark.parametrize("who", ["so-tc", "btt-mttq-tinh", "ubnd-tinh"])
def test_nobody_else_answers(stage: Stage, sent: RecommendationStanding, who: str) -> None:
    for command in (acknowledge(sent), answer(sent)):
        with pytest.raises(NotAllowed):
            stage.act(command, by=actor(who))


@pytest.mark.parametrize("outcome", ["partly", "rejected"])
def test_what_is_not_accepted_needs_a_reason(
    stage: Stage, supervised: Actor, sent: RecommendationStanding, outcome: str
) -> None:
    stage.act(acknowledge(sent), by=supervised)
    with pytest.raises(InvalidField) as refused:
        stage.act(answer(sent, outcome=outcome), by=supervised)
    assert refused.value.rule == "required-unless-accepted"


def test_the_public_sees_days_and_the_parties_the_text(
    stage: Stage, front: Actor, sent: RecommendationStanding
) -> None:
    [row] = stage.ask(RecommendationList(unit="19", year=2017, addressee_body="so-ldtbxh")).items
    assert (row.topic, row.due_on) == ("GS-GN", sent.answer_due.due_on)
    assert not hasattr(row, "text")
    whole = RecommendationById(recommendation_id=sent.recommendation_id)
    assert stage.ask(whole, by=front).text.startswith("Niêm yết")
    with pytest.raises(NotAllowed):
        stage.ask(whole, by=actor("so-tc"))


def test_what_was_not_sent_is_not_found(stage: Stage, front: Actor, supervised: Actor) -> None:
    for command in (
        AcknowledgeRecommendation(recommendation_id="rec_none"),
        AnswerRecommendation(recommendation_id="rec_none", outcome="accepted", doc_number="1"),
    ):
        with pytest.raises(NotFound):
            stage.act(command, by=supervised)
    with pytest.raises(NotFound):
        stage.ask(RecommendationById(recommendation_id="rec_none"), by=front)


def test_no_answer_before_the_receipt_and_only_one(
    stage: Stage, supervised: Actor, sent: RecommendationStanding
) -> None:
    with pytest.raises(WrongStep):
        stage.act(answer(sent), by=supervised)
    stage.act(acknowledge(sent), by=supervised)
    stage.act(answer(sent), by=supervised)
    for command in (acknowledge(sent), answer(sent, outcome="rejected", reason="x")):
        with pytest.raises(WrongStep):
            stage.act(command, by=supervised)


def test_the_receipt_does_not_move_the_due_day(
    stage: Stage, supervised: Actor, sent: RecommendationStanding
) -> None:
    later = stage.act(acknowledge(sent, on=SENT + timedelta(days=9)), by=supervised)
    assert later.answer_due == sent.answer_due


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"topic": "GS-GN"}, 1),
        ({"topic": "GS-NTM-1"}, 0),
        ({"state": "sent"}, 1),
        ({"state": "answered"}, 0),
        ({"addressee_body": "so-tc"}, 0),
        ({"year": 2018}, 0),
        ({"unit": "05431"}, 0),
        ({"overdue_as_of": date(2017, 9, 21)}, 0),
        ({"overdue_as_of": date(2017, 9, 22)}, 1),
    ],
)
@pytest.mark.usefixtures("sent")
def test_the_public_list_by_each_filter(stage: Stage, asked: dict[str, object], found: int) -> None:
    assert len(stage.ask(RecommendationList.model_validate(asked)).items) == found


def test_the_addressee_has_its_tasks_by_the_day_of_the_rule(
    stage: Stage, front: Actor, supervised: Actor, sent: RecommendationStanding
) -> None:
    due = sent.answer_due.due_on
    for step, act in (("acknowledge", acknowledge(sent)), ("answer", answer(sent, on=due))):
        [task] = stage.ask(TaskList(), by=supervised, on=due).items
        assert (task.step, task.due_on, task.rule, task.late) == (step, due, "sup.answer_due", False)
        late = stage.ask(TaskList(state="late"), by=supervised, on=due + timedelta(days=1)).items
        assert [each.step for each in late] == [step]
        stage.act(act, by=supervised)
    assert stage.ask(TaskList(), by=supervised, on=due).items == []
    assert stage.ask(TaskList(), by=front, on=due).items == []


def test_each_party_is_offered_its_own_steps(
    stage: Stage, front: Actor, supervised: Actor, sent: RecommendationStanding
) -> None:
    asked = NextSteps(subject_id=sent.recommendation_id)
    offered = [
        [each.command for each in stage.ask(asked, by=by, on=SENT).items] for by in (supervised, front)
    ]
    assert offered == [["acknowledge_recommendation"], ["extend_recommendation"]]
