"""Models recognised and retired; everything is synthetic."""

from datetime import date
from typing import Any

import pytest

from campaigns.pilot_models.messages.commands import (
    RetireModel,
)
from campaigns.pilot_models.messages.queries import (
    ModelById,
    ModelFacts,
)
from campaigns.pilot_models.repository import PilotModels
from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from shared.history.messages import HistoryOf
from shared.testing import Stage, actor

Play = Any
AREA, COMMUNE, OTHER = "05467-K001", "05467", "05431"
BEGUN, PILOTED = date(2017, 7, 1), date(2017, 7, 10)
EVALUATED, RECOGNISED = date(2018, 6, 1), date(2018, 7, 1)


def test_recognition_freezes_the_facts_and_later_support_does_not_change_them(
    stage: Stage, play: Play
) -> None:
    model_id = play.evaluated(joined=(play.poverty,))
    play.gave(model_id, on=EVALUATED)
    done = stage.act(play.recognition(model_id), by=play.board, on=RECOGNISED)
    event = stage.envelopes[-1]
    assert (event.type, event.duties) == ("campaigns.model_recognised.v1", "II.3a-b")
    assert event.data["households_benefiting"] == 40
    play.gave(model_id, on=date(2018, 8, 1))
    frozen = stage.ask(ModelFacts(model_id=model_id), by=play.farmers)
    assert (frozen.intact, frozen.digest) == (True, done.facts_digest)
    assert [each["amount_vnd"] for each in frozen.facts["supports"]] == [50_000_000]
    assert frozen.facts["evaluation"]["indicators"][0]["after"] == "8"
    shown = stage.ask(ModelById(model_id=model_id), by=play.farmers)
    assert (shown.support_vnd, shown.evaluation.cost_vnd) == (100_000_000, 350_000_000)
    steps = stage.ask(HistoryOf(subject_id=model_id), by=play.farmers).items
    assert [each.step for each in steps] == ["propose", "join", "pilot", "evaluate", "recognise"]


def test_a_changed_fact_is_noticed(stage: Stage, play: Play) -> None:
    model_id = play.recognised()
    with stage.work() as work:
        model = PilotModels(work).get(model_id)
        model.facts = {**(model.facts or {}), "decision_no": "99/QĐ"}
    assert not stage.ask(ModelFacts(model_id=model_id), by=play.farmers).intact


def test_facts_exist_only_with_a_recognition(stage: Stage, play: Play) -> None:
    with pytest.raises(NotFound):
        stage.ask(ModelFacts(model_id=play.evaluated()), by=play.farmers)


@pytest.mark.parametrize(
    ("agency", "unit"),
    [
        ("ubnd-tinh", "19"),
        ("so-ldtbxh", "19"),
        ("hnd-tinh", "19"),
        ("ub-mttq-tinh", "19"),
        ("ub-mttq-huyen", "164"),
        ("ub-mttq-xa", COMMUNE),
    ],
)
def test_the_standing_board_of_the_level_alone_recognises(
    stage: Stage, play: Play, agency: str, unit: str
) -> None:
    model_id = play.evaluated()
    with pytest.raises(NotAllowed):
        stage.act(play.recognition(model_id), by=actor(agency, unit), on=RECOGNISED)


@pytest.mark.parametrize(
    ("chair", "unit", "recogniser", "its_unit"),
    [
        ("ban-ctmt", AREA, "ub-mttq-xa", COMMUNE),
        ("hnd-xa", COMMUNE, "ub-mttq-xa", COMMUNE),
        ("hnd-huyen", "164", "ub-mttq-huyen", "164"),
    ],
)
def test_below_the_province_the_committee_of_the_level_recognises(
    stage: Stage, play: Play, chair: str, unit: str, recogniser: str, its_unit: str
) -> None:
    model_id = play.evaluated(by=actor(chair, unit))
    stranger = {"ub-mttq-xa": OTHER, "ub-mttq-huyen": "171"}[recogniser]
    for refused in (play.board, actor(recogniser, stranger)):
        with pytest.raises(NotAllowed):
            stage.act(play.recognition(model_id), by=refused, on=RECOGNISED)
    done = stage.act(play.recognition(model_id), by=actor(recogniser, its_unit), on=RECOGNISED)
    assert done.state == "recognised"


def test_models_of_a_level_that_ended_pass_to_the_province(stage: Stage, play: Play) -> None:
    model_id = play.evaluated(by=actor("hnd-huyen", "164"))
    later = date(2025, 8, 1)
    board = actor("btt-mttq-tinh", on=later)
    assert stage.act(play.recognition(model_id), by=board, on=later).state == "recognised"


def test_no_step_is_taken_before_the_one_before_it(stage: Stage, play: Play) -> None:
    model_id = play.evaluated()
    with pytest.raises(InvalidField) as refused:
        stage.act(play.recognition(model_id), by=play.board, on=PILOTED)
    assert refused.value.rule == "pilot_model:recognise"


def test_chair_and_recogniser_retire_and_nobody_else(stage: Stage, play: Play) -> None:
    first, second = (
        RetireModel(model_id=each, reason="Đã hoàn thành") for each in (play.recognised(), play.evaluated())
    )
    with pytest.raises(NotAllowed):
        stage.act(first, by=actor("hlhpn-tinh"), on=RECOGNISED)
    stage.act(first, by=play.board, on=RECOGNISED)
    stage.act(second, by=play.farmers, on=RECOGNISED)
    with pytest.raises(WrongStep):
        stage.act(first, by=play.farmers, on=RECOGNISED)
