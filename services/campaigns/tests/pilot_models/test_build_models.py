"""Models from proposal to recognition; everything is synthetic."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from campaigns.pilot_models.messages.commands import (
    CloseReplication,
    DeclineModel,
    JoinModel,
    RetireModel,
    StartPilot,
    SupportModel,
    WithdrawPractice,
)
from campaigns.pilot_models.messages.queries import (
    ModelById,
    ModelDescendants,
    ModelFacts,
    ModelList,
    ModelSearch,
)
from contracts.errors import InvalidField, NotAllowed, WrongStep
from contracts.messages import Command, Query
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Play = Any
AREA, COMMUNE, OTHER = "05467-K001", "05467", "05431"
BEGUN, PILOTED = date(2017, 7, 1), date(2017, 7, 10)
EVALUATED, RECOGNISED = date(2018, 6, 1), date(2018, 7, 1)


def anonymous(play: Play) -> list[Command]:
    return [
        play.proposal(),
        JoinModel(model_id="mdl_1"),
        DeclineModel(model_id="mdl_1", reason="Không đủ người"),
        StartPilot(model_id="mdl_1"),
        play.evaluation("mdl_1"),
        play.recognition("mdl_1"),
        RetireModel(model_id="mdl_1", reason="Hết hiệu quả"),
        SupportModel(model_id="mdl_1", kind="money", amount_vnd=1),
        play.replication("mdl_1"),
        CloseReplication(replication_id="rep_1", succeeded=True),
        play.sheet(),
        WithdrawPractice(practice_id="prc_1", reason="Sai số liệu"),
    ]


@pytest.mark.parametrize("index", range(12))
def test_no_anonymous_caller_does_anything(stage: Stage, play: Play, index: int) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(anonymous(play)[index], by=None)


@pytest.mark.parametrize(
    "query",
    [
        ModelById(model_id="mdl_1"),
        ModelList(),
        ModelFacts(model_id="mdl_1"),
        ModelDescendants(model_id="mdl_1"),
        ModelSearch(text="chè"),
    ],
    ids=lambda each: each.wire_name(),
)
def test_no_anonymous_caller_reads_of_households(stage: Stage, query: Query) -> None:
    with pytest.raises(NotAuthenticated):
        stage.ask(query, by=None)


@pytest.mark.parametrize(
    ("agency", "unit"),
    [("so-ldtbxh", "19"), ("ubnd-xa", COMMUNE), ("hnd-xa", OTHER), ("truong-xom", AREA), ("bao-tn", "19")],
)
def test_only_the_front_proposes_and_only_in_its_own_unit(
    stage: Stage, play: Play, agency: str, unit: str
) -> None:
    with pytest.raises(NotAllowed):
        stage.act(play.proposal(), by=actor(agency, unit))


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"type": "GN-VK"}, "subject_kind", "subject-of-type:GN-VK"),
        ({"subject_kind": "cooperative"}, "subject_kind", "subject-of-type:GN-BV"),
        ({"subject_kind": "commune"}, "unit_code", "unit-is:commune"),
        ({"subject_kind": "ward", "unit_code": "05485"}, "unit_code", "unit-is:ward"),
        ({"unit_code": COMMUNE}, "unit_code", "unit-is:residential-area"),
        ({"subject_ref": "hh_1"}, "subject_ref", "reference-of-household-or-cooperative"),
        (
            {"type": "NTM", "subject_kind": "cooperative"},
            "subject_ref",
            "reference-of-household-or-cooperative",
        ),
        (
            {"type": "GN-VK", "subject_kind": "household", "subject_ref": "hh_x"},
            "subject_ref",
            "household-of-area",
        ),
        ({"invited_bodies": ["ban-vd-quy-tinh"]}, "invited_bodies.0", "coordinates-models"),
        ({"invited_bodies": ["hnd-tinh"]}, "invited_bodies.0", "coordinates-models"),
        ({"invited_bodies": ["ubnd-xa/05467"]}, "invited_bodies.0", "same-level"),
        ({"invited_bodies": ["so-khong"]}, "invited_bodies.0", "agency-in-force"),
        ({"invited_bodies": ["so-nv", "so-nv"]}, "invited_bodies", "distinct"),
    ],
)
def test_a_proposal_that_breaks_a_rule_names_field_and_rule(
    stage: Stage, play: Play, fields: dict[str, object], field: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(play.proposal(**fields), by=play.farmers)
    [error] = refused.value.fields
    assert (error.field, error.rule) == (field, rule)


def test_a_household_is_the_subject_by_its_reference_alone(
    stage: Stage, play: Play, launched: Callable[..., str]
) -> None:
    [ref] = play.households(launched())
    before = len(stage.envelopes)
    model_id = play.piloting(type="GN-VK", subject_kind="household", subject_ref=ref)
    assert stage.ask(ModelById(model_id=model_id), by=play.farmers).subject_ref == ref
    [event] = stage.envelopes[before:]
    assert event.data["subject_kind"] == "household"
    assert event.duties == "II.3a-b"


@pytest.mark.parametrize("kind", ["cooperative_group", "cooperative"])
def test_cooperatives_and_their_groups_are_subjects(stage: Stage, play: Play, kind: str) -> None:
    model_id = play.piloting(type="NTM", subject_kind=kind, unit_code=COMMUNE, subject_ref="1907/HTX")
    assert stage.ask(ModelById(model_id=model_id), by=play.farmers).subject_kind == kind


@pytest.mark.parametrize(
    ("kind", "unit_code"), [("kdc", AREA), ("commune", "05485"), ("ward", COMMUNE), ("township", "05536")]
)
def test_areas_and_units_of_each_kind_are_subjects_against_poverty(
    stage: Stage, play: Play, kind: str, unit_code: str
) -> None:
    play.piloting(subject_kind=kind, unit_code=unit_code)
    assert stage.envelopes[-1].data["subject_kind"] == kind


def test_who_joined_after_the_day_of_the_trial_is_not_of_it(stage: Stage, play: Play) -> None:
    model_id = play.proposed(invited_bodies=["so-ldtbxh"])
    with pytest.raises(InvalidField):
        stage.act(JoinModel(model_id=model_id), by=play.poverty, on=date(2017, 6, 30))
    stage.act(JoinModel(model_id=model_id), by=play.poverty, on=date(2017, 7, 20))
    stage.act(StartPilot(model_id=model_id), by=play.farmers, on=PILOTED)
    assert (stage.envelopes[-1].data["member_bodies"], stage.envelopes[-1].duties) == ([], "II.3a-b")


def test_who_is_invited_answers_for_itself(stage: Stage, play: Play) -> None:
    model_id = play.proposed(invited_bodies=["so-ldtbxh", "so-nnptnt", "hlhpn-tinh"])
    stage.act(JoinModel(model_id=model_id), by=play.poverty, on=BEGUN)
    refusal = DeclineModel(model_id=model_id, reason="Chưa bố trí được cán bộ")
    stage.act(refusal, by=play.rural, on=BEGUN)
    with pytest.raises(WrongStep):
        stage.act(JoinModel(model_id=model_id), by=play.rural, on=BEGUN)
    with pytest.raises(NotAllowed, match="Only a body that was invited"):
        stage.act(JoinModel(model_id=model_id), by=actor("so-xd"), on=BEGUN)
    stage.act(StartPilot(model_id=model_id), by=play.farmers, on=PILOTED)
    assert stage.envelopes[-1].data["member_bodies"] == ["so-ldtbxh"]
    with pytest.raises(WrongStep):
        stage.act(JoinModel(model_id=model_id), by=actor("hlhpn-tinh"), on=PILOTED)
    members = stage.ask(ModelById(model_id=model_id), by=play.farmers).members
    assert [(each.member_body, each.state) for each in members] == [
        ("so-ldtbxh", "joined"),
        ("so-nnptnt", "declined"),
        ("hlhpn-tinh", "invited"),
    ]


@pytest.mark.parametrize(
    ("agency", "model_type", "joined", "duties"),
    [
        ("hnd-tinh", "GN-BV", (), "II.3a-b"),
        ("hnd-tinh", "GN-BV", ("so-ldtbxh",), "II.3a-b,II.3b-a"),
        ("btt-mttq-tinh", "GN-BV", (), ""),
        ("hnd-tinh", "NTM", ("so-nnptnt",), "II.3b-a,III.1.2-a"),
        ("hnd-tinh", "NTM", ("hlhpn-tinh",), ""),
        ("hnd-tinh", "GN-BV", ("so-nnptnt",), "II.3a-b,II.3b-a"),
    ],
)
def test_a_trial_is_evidence_of_what_it_is(
    stage: Stage,
    play: Play,
    agency: str,
    model_type: str,
    joined: tuple[str, ...],
    duties: str,
) -> None:
    play.piloting(actor(agency), tuple(actor(each) for each in joined), type=model_type)
    event = stage.envelopes[-1]
    assert (event.type, event.duties) == ("campaigns.model_registered.v1", duties)


@pytest.mark.parametrize("step", ["pilot", "evaluate"])
def test_only_the_chair_tries_out_and_evaluates(stage: Stage, play: Play, step: str) -> None:
    model_id = play.proposed()
    command = {"pilot": StartPilot(model_id=model_id), "evaluate": play.evaluation(model_id)}[step]
    with pytest.raises(NotAllowed) as refused:
        stage.act(command, by=actor("hlhpn-tinh"), on=EVALUATED)
    assert refused.value.rule == "chair-only"


def test_what_does_not_work_is_not_recognised(stage: Stage, play: Play) -> None:
    model_id = play.piloting()
    done = stage.act(play.evaluation(model_id, effective=False), by=play.farmers, on=EVALUATED)
    assert done.state == "not_effective"
    with pytest.raises(WrongStep) as refused:
        stage.act(play.recognition(model_id), by=play.board, on=RECOGNISED)
    assert refused.value.rule == "pilot_model:recognise"
    retired = stage.act(
        RetireModel(model_id=model_id, reason="Không hiệu quả"), by=play.farmers, on=RECOGNISED
    )
    assert retired.state == "retired"
