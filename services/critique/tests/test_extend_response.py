"""The day of an answer to an opinion document is put off by the body that issued it; all is synthetic."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from contracts.errors import InvalidField, NotAllowed, WrongStep
from critique.drafts.messages import DraftById
from critique.opinions.messages import (
    AnswerOpinion,
    ExtendResponse,
    OpinionById,
    OpinionDocument,
    OpinionStanding,
)
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

OVERDUE = "critique.response_overdue.v1"
Answered = Callable[..., AnswerOpinion]


@pytest.fixture
def due(issued: OpinionStanding) -> date:
    return issued.answer_due.due_on


@pytest.fixture
def later(due: date) -> date:
    return due + timedelta(days=10)


def extend(issued: OpinionStanding, due_on: date) -> ExtendResponse:
    return ExtendResponse(critique_id=issued.critique_id, due_on=due_on, reason="Chờ ý kiến ngành (giả lập)")


def shown(stage: Stage, issued: OpinionStanding) -> OpinionDocument:
    return OpinionDocument.model_validate(stage.ask(OpinionById(critique_id=issued.critique_id)))


def test_the_day_is_put_off_with_its_reason_and_the_first_stays_known(
    stage: Stage, front: Actor, drafter: Actor, issued: OpinionStanding, due: date, later: date
) -> None:
    answer = stage.act(extend(issued, later), by=front, on=due)
    assert (answer.state, answer.answer_due.due_on) == ("opinion_document_issued", later)
    now = shown(stage, issued)
    assert (now.answer_due.due_on, now.first_due_on) == (later, due)
    assert f"Đã gia hạn đến ngày {later:%d/%m/%Y}." in now.answer_due.explanation_vi
    assert stage.ask(DraftById(draft_id=issued.draft_id), by=front).answer_due_on == later
    [task] = [each for each in stage.ask(TaskList(), by=drafter, on=due).items if each.step == "answer"]
    assert (task.subject_id, task.due_on) == (issued.critique_id, later)
    last = stage.ask(HistoryOf(subject_id=issued.critique_id), by=front).items[-1]
    assert (last.step, last.reason) == ("extend", "Chờ ý kiến ngành (giả lập)")
    told = stage.envelopes[-1]
    assert told.type == "critique.response_extended.v1"
    assert (told.data["answer_due_on"], told.data["first_due_on"]) == (later.isoformat(), due.isoformat())


def test_a_late_answer_is_given_more_time_and_found_late_again(
    stage: Stage, front: Actor, issued: OpinionStanding, due: date, later: date
) -> None:
    late = due + timedelta(days=1)
    stage.tick(on=late)
    stage.act(extend(issued, later), by=front, on=late)
    assert shown(stage, issued).overdue_since is None
    stage.tick(on=later)
    assert stage.events.count(OVERDUE) == 1
    stage.tick(on=later + timedelta(days=1))
    assert stage.events.count(OVERDUE) == 2


def test_an_answer_by_the_later_day_is_in_time(
    stage: Stage, front: Actor, drafter: Actor, issued: OpinionStanding, answered: Answered, later: date
) -> None:
    stage.act(extend(issued, later), by=front, on=issued.answer_due.due_on)
    assert stage.act(answered(issued.critique_id, occurred_on=later), by=drafter).on_time is True


def test_no_day_is_put_back(stage: Stage, front: Actor, issued: OpinionStanding, due: date) -> None:
    for wrong, on in (
        (due, due),
        (due - timedelta(days=1), due),
        (due + timedelta(days=1), due + timedelta(9)),
    ):
        with pytest.raises(InvalidField) as refused:
            stage.act(extend(issued, wrong), by=front, on=on)
        assert (refused.value.rule, refused.value.fields[0].field) == ("later-than-before", "due_on")


@pytest.mark.parametrize(("who", "rule"), [("so-xd", "side:front"), ("hlhpn-tinh", "issuer-only")])
def test_only_the_issuer_puts_it_off(
    stage: Stage, issued: OpinionStanding, later: date, who: str, rule: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(extend(issued, later), by=actor(who), on=issued.answer_due.due_on)
    assert refused.value.rule == rule


def test_what_is_answered_gets_no_other_day(
    stage: Stage, front: Actor, drafter: Actor, issued: OpinionStanding, answered: Answered, later: date
) -> None:
    stage.act(answered(issued.critique_id), by=drafter)
    with pytest.raises(WrongStep) as refused:
        stage.act(extend(issued, later), by=front, on=issued.answer_due.due_on)
    assert refused.value.rule == "opinion:extend"
