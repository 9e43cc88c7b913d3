from collections.abc import Callable
from datetime import timedelta

import pytest

from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from critique.opinions.messages import AnswerOpinion, OpinionById, OpinionStanding
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Answered = Callable[..., AnswerOpinion]


def test_no_anonymous_caller_answers(stage: Stage, issued: OpinionStanding, answered: Answered) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(answered(issued.critique_id), by=None)


@pytest.mark.parametrize(
    ("agency", "unit", "rule"),
    [
        ("btt-mttq-tinh", "19", "side:state"),
        ("so-vhttdl", "19", "drafter-only"),
        ("ubnd-tinh", "19", "drafter-only"),
        ("ubnd-xa", "05467", "same-level"),
    ],
)
def test_only_the_drafter_answers(
    stage: Stage, issued: OpinionStanding, answered: Answered, agency: str, unit: str, rule: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(answered(issued.critique_id), by=actor(agency, unit))
    assert refused.value.rule == rule


def test_an_answer_is_counted_and_told(
    stage: Stage, drafter: Actor, issued: OpinionStanding, answered: Answered
) -> None:
    answer = stage.act(answered(issued.critique_id), by=drafter)
    assert (answer.state, answer.accepted, answer.partly, answer.rejected) == ("response_received", 1, 0, 1)
    assert answer.on_time
    envelope = stage.envelopes[-1]
    assert envelope.duty_ids == ()
    assert envelope.data == {
        "critique_id": issued.critique_id,
        "draft_id": issued.draft_id,
        "drafting_body": "so-xd",
        "accepted": 1,
        "partly": 0,
        "rejected": 1,
        "doc_number": "45/SXD-QH",
        "received_on": "2017-08-01",
        "on_time": True,
        "unit_code": "19",
    }


@pytest.mark.parametrize(("late", "on_time"), [(0, True), (1, False)])
def test_the_last_day_is_in_time_and_the_next_is_late(
    stage: Stage,
    drafter: Actor,
    issued: OpinionStanding,
    answered: Answered,
    late: int,
    on_time: bool,  # noqa: FBT001 a parametrized expectation
) -> None:
    day = issued.answer_due.due_on + timedelta(days=late)
    assert stage.act(answered(issued.critique_id, occurred_on=day), by=drafter).on_time is on_time
    assert stage.ask(OpinionById(critique_id=issued.critique_id)).on_time is on_time


@pytest.mark.parametrize(
    ("answers", "field", "rule"),
    [
        ([{"item_no": 1, "outcome": "accepted"}], "answers", "every-item-once"),
        ([{"item_no": 1, "outcome": "accepted"}] * 2, "answers", "every-item-once"),
        ([{"item_no": no, "outcome": "accepted"} for no in (1, 3)], "answers", "every-item-once"),
        ([{"item_no": no, "outcome": "accepted"} for no in (1, 2, 2)], "answers", "every-item-once"),
        (
            [{"item_no": 1, "outcome": "accepted"}, {"item_no": 2, "outcome": "rejected"}],
            "answers.1.explanation",
            "required-unless-accepted",
        ),
        (
            [{"item_no": 1, "outcome": "partly"}, {"item_no": 2, "outcome": "accepted"}],
            "answers.0.explanation",
            "required-unless-accepted",
        ),
    ],
)
def test_every_item_is_answered_once_and_explained(
    stage: Stage,
    drafter: Actor,
    issued: OpinionStanding,
    answered: Answered,
    answers: list[dict[str, object]],
    field: str,
    rule: str,
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(answered(issued.critique_id, answers=answers), by=drafter)
    assert [(each.field, each.rule) for each in refused.value.fields] == [(field, rule)]
    document = stage.ask(OpinionById(critique_id=issued.critique_id))
    assert {item.outcome for item in document.items} == {None}


def test_it_is_answered_once(
    stage: Stage, drafter: Actor, issued: OpinionStanding, answered: Answered
) -> None:
    stage.act(answered(issued.critique_id), by=drafter)
    with pytest.raises(WrongStep):
        stage.act(answered(issued.critique_id), by=drafter)


def test_there_is_no_opinion_of_another_id(stage: Stage, drafter: Actor, answered: Answered) -> None:
    with pytest.raises(NotFound):
        stage.act(answered("crt_none"), by=drafter)
