"""What a model and its replications await of whom, and what each may do next; everything is synthetic."""

from datetime import date
from typing import Any

import pytest

from campaigns.pilot_models.messages.commands import (
    CloseReplication,
    DeclineModel,
    JoinModel,
    RecogniseModel,
    StartPilot,
)
from shared.authority import Actor
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

Play = Any
AREA, COMMUNE = "05467-K001", "05467"
BEGUN, PILOTED, CARRIED = date(2017, 7, 1), date(2017, 7, 10), date(2018, 9, 1)
EVALUATED, RECOGNISED = date(2018, 6, 1), date(2018, 7, 1)


@pytest.fixture
def awaited(stage: Stage) -> Any:
    """Give the steps awaited of a body."""

    def of(by: Actor) -> list[str]:
        return [each.step for each in stage.ask(TaskList(), by=by, on=CARRIED).items]

    return of


@pytest.fixture
def possible(stage: Stage) -> Any:
    """Give the commands that a body may give with an object."""

    def of(subject_id: str, by: Actor, on: date) -> list[str]:
        return [each.command for each in stage.ask(NextSteps(subject_id=subject_id), by=by, on=on).items]

    return of


def test_the_invited_answer_until_the_trial_begins(stage: Stage, play: Play, awaited: Any) -> None:
    women = actor("hlhpn-tinh")
    model_id = play.proposed(invited_bodies=["so-ldtbxh", "so-nnptnt", "hlhpn-tinh"])
    assert [awaited(each) for each in (play.poverty, play.rural, women)] == [["join"]] * 3
    stage.act(JoinModel(model_id=model_id), by=play.poverty, on=BEGUN)
    stage.act(DeclineModel(model_id=model_id, reason="Thiếu cán bộ"), by=play.rural, on=BEGUN)
    assert [awaited(each) for each in (play.poverty, play.rural, women)] == [[], [], ["join"]]
    assert awaited(play.farmers) == ["pilot"]
    stage.act(StartPilot(model_id=model_id), by=play.farmers, on=PILOTED)
    assert (awaited(women), awaited(play.farmers)) == ([], ["evaluate"])


def test_an_invitation_is_answered_by_join_or_decline(stage: Stage, play: Play, possible: Any) -> None:
    model_id = play.proposed(invited_bodies=["so-ldtbxh"])
    assert possible(model_id, play.poverty, BEGUN) == ["join_model", "decline_model"]
    assert possible(model_id, play.rural, BEGUN) == []
    assert possible(model_id, play.farmers, BEGUN) == ["start_pilot", "retire_model"]
    stage.act(JoinModel(model_id=model_id), by=play.poverty, on=BEGUN)
    assert possible(model_id, play.poverty, BEGUN) == []


def test_recognition_is_awaited_of_the_standing_board(stage: Stage, play: Play, awaited: Any) -> None:
    model_id = play.evaluated()
    assert awaited(play.board) == ["recognise"]
    play.gave(model_id, by=play.board, on=EVALUATED)
    assert awaited(play.board) == ["recognise"]
    stage.act(play.recognition(model_id), by=play.board, on=RECOGNISED)
    assert awaited(play.board) == awaited(play.farmers) == []


def test_below_the_province_it_is_awaited_of_the_committee_of_the_level(
    stage: Stage, play: Play, awaited: Any, possible: Any
) -> None:
    committee = actor("ub-mttq-xa", COMMUNE)
    model_id = play.evaluated(by=actor("ban-ctmt", AREA))
    assert (awaited(committee), awaited(play.board)) == (["recognise"], [])
    offered = ["recognise_model", "retire_model", "support_model", "publish_practice"]
    assert possible(model_id, committee, RECOGNISED) == offered
    assert possible(model_id, actor("ub-mttq-xa", "05431"), RECOGNISED) == []
    stage.act(RecogniseModel(model_id=model_id, decision_no="1/QĐ"), by=committee, on=RECOGNISED)
    assert awaited(committee) == []


def test_how_a_replication_ended_is_awaited_of_its_lead(
    stage: Stage, play: Play, awaited: Any, possible: Any
) -> None:
    edge = play.carried(play.recognised(), by=play.poverty)
    assert awaited(play.farmers) == ["succeed"]
    assert possible(edge, play.farmers, CARRIED) == ["close_replication"]
    assert possible(edge, actor("hlhpn-tinh"), CARRIED) == []
    stage.act(CloseReplication(replication_id=edge, succeeded=True), by=play.farmers, on=CARRIED)
    assert awaited(play.farmers) == []
