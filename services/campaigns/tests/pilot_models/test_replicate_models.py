"""Models carried on, supported and shown; everything is synthetic."""

from datetime import date
from typing import Any

import pytest

from campaigns.pilot_models.domain.replication import AlreadyReplicated, ReplicationCycle
from campaigns.pilot_models.messages.commands import (
    CloseReplication,
    RetireModel,
    SupportModel,
    WithdrawPractice,
)
from campaigns.pilot_models.messages.queries import ModelById, ModelDescendants, PracticeById
from contracts.errors import InvalidField, NotAllowed, WrongStep
from shared.testing import Stage, actor

Play = Any
AREA, SECOND, THIRD, COMMUNE = "05467-K001", "05467-K002", "05467-K003", "05467"
PILOTED, RECOGNISED, CARRIED = date(2017, 7, 10), date(2018, 7, 1), date(2018, 9, 1)
CLOSED = date(2019, 3, 1)


def refused_field(stage: Stage, command: Any, by: Any, on: date = CARRIED) -> tuple[str, str]:
    with pytest.raises(InvalidField) as refused:
        stage.act(command, by=by, on=on)
    [error] = refused.value.fields
    return error.field, error.rule


@pytest.mark.parametrize(
    ("agency", "unit", "lead", "duties"),
    [
        ("hnd-tinh", "19", "hnd-tinh", ""),
        ("so-ldtbxh", "19", "hnd-tinh", "II.3b-a,III.1.1-b"),
        ("so-xd", "19", "hnd-tinh", "II.3b-a"),
        ("ubnd-tinh", "19", "btt-mttq-tinh", "II.3b-a"),
        ("ubnd-xa", COMMUNE, "ub-mttq-xa/05467", "II.3b-a"),
        ("ubnd-xa", COMMUNE, f"ban-ctmt/{SECOND}", "II.3b-a"),
    ],
)
def test_replication_is_evidence_of_what_it_is(
    stage: Stage, play: Play, agency: str, unit: str, lead: str, duties: str
) -> None:
    model_id = play.recognised()
    play.carried(model_id, by=actor(agency, unit), lead_body=lead)
    event = stage.envelopes[-1]
    assert (event.type, event.duties) == ("campaigns.model_replicated.v1", duties)
    assert (event.data["kind"], event.data["from_unit"], event.data["to_unit"]) == ("full", AREA, SECOND)
    assert stage.ask(ModelById(model_id=model_id), by=play.farmers).state == "replicated"


def test_the_department_of_rural_development_carries_on_models_of_the_new_countryside(
    stage: Stage, play: Play
) -> None:
    play.carried(play.recognised(type="NTM"), by=play.rural)
    assert stage.envelopes[-1].duties == "II.3b-a,III.1.2-a"


@pytest.mark.parametrize(
    ("agency", "unit"), [("ubnd-xa", "05431"), ("truong-xom", SECOND), ("ban-vd-quy-tinh", "19")]
)
def test_strangers_carry_nothing(play: Play, agency: str, unit: str) -> None:
    model_id = play.recognised()
    with pytest.raises(NotAllowed):
        play.carried(model_id, by=actor(agency, unit), lead_body="ub-mttq-xa/05467")


@pytest.mark.parametrize(
    ("agency", "lead", "rule"),
    [
        ("so-ldtbxh", "so-ldtbxh", "front-body-of-place"),
        ("so-ldtbxh", "hnd-xa/05431", "front-body-of-place"),
        ("so-ldtbxh", "hnd-xa/05467", "same-level"),
        ("hnd-tinh", "hlhpn-tinh", "lead-records"),
    ],
)
def test_the_lead_is_a_front_body_of_the_place(
    stage: Stage, play: Play, agency: str, lead: str, rule: str
) -> None:
    wanted = play.replication(play.recognised(), lead_body=lead)
    assert refused_field(stage, wanted, actor(agency)) == ("lead_body", rule)


def test_only_what_is_recognised_and_not_retired_is_carried_on(stage: Stage, play: Play) -> None:
    for model_id in (play.piloting(), play.evaluated()):
        with pytest.raises(WrongStep):
            play.carried(model_id)
    model_id = play.recognised()
    stage.act(RetireModel(model_id=model_id, reason="Hết"), by=play.board, on=RECOGNISED)
    with pytest.raises(WrongStep):
        play.carried(model_id)


def test_it_is_carried_to_each_place_once_unless_it_failed(stage: Stage, play: Play) -> None:
    model_id = play.recognised()
    first = play.carried(model_id)
    with pytest.raises(AlreadyReplicated):
        play.carried(model_id)
    failure = CloseReplication(replication_id=first, succeeded=False, reason="Đất không hợp")
    assert stage.act(failure, by=play.farmers, on=CLOSED).result == "failed"
    wanted = play.replication(model_id)
    stage.act(wanted, by=play.farmers, on=CLOSED)
    assert refused_field(stage, play.replication(model_id, to_unit=AREA), play.farmers) == (
        "to_unit",
        "another-place",
    )


def test_a_failure_has_a_reason_and_the_lead_alone_says_how_it_ended(stage: Stage, play: Play) -> None:
    edge = play.carried(play.recognised(), by=play.poverty)
    done = CloseReplication(replication_id=edge, succeeded=True)
    with pytest.raises(NotAllowed) as refused:
        stage.act(done, by=actor("hlhpn-tinh"), on=CLOSED)
    assert refused.value.rule == "lead-only"
    failed = CloseReplication(replication_id=edge, succeeded=False)
    assert refused_field(stage, failed, play.farmers, CLOSED) == ("reason", "required-for-failure")
    assert refused_field(stage, done, play.farmers, RECOGNISED)[1] == "replication:succeed"
    stage.act(done, by=play.farmers, on=CLOSED)
    with pytest.raises(WrongStep):
        stage.act(done, by=play.farmers, on=CLOSED)


def test_a_model_never_descends_from_itself(play: Play) -> None:
    first, second, third = (play.recognised(unit_code=area) for area in (AREA, SECOND, THIRD))
    play.carried(first, to_unit=SECOND, to_model_id=second)
    play.carried(second, to_unit=THIRD, to_model_id=third)
    for source, target, unit in ((third, first, AREA), (second, first, AREA), (first, first, AREA)):
        with pytest.raises(ReplicationCycle):
            play.carried(source, to_unit=unit, to_model_id=target)
    play.carried(first, to_unit=THIRD, to_model_id=third)


@pytest.mark.parametrize("more", [{"type": "NTM"}, {"unit_code": THIRD}])
def test_the_new_model_is_of_the_same_type_and_stands_there(
    stage: Stage, play: Play, more: dict[str, object]
) -> None:
    model_id, target = play.recognised(), play.proposed(**({"unit_code": SECOND} | more))
    wanted = play.replication(model_id, to_model_id=target)
    assert refused_field(stage, wanted, play.farmers) == ("to_model_id", "same-type-at-place")


def test_descendants_have_depth_support_and_result_as_of_a_day(stage: Stage, play: Play) -> None:
    first, second = play.recognised(), play.recognised(unit_code=SECOND)
    edge = play.carried(first, to_unit=SECOND, to_model_id=second)
    play.carried(second, to_unit=THIRD)
    play.gave(first, on=CARRIED, replication_id=edge)
    stage.act(CloseReplication(replication_id=edge, succeeded=True), by=play.farmers, on=CLOSED)

    def on(day: date, **more: int) -> Any:
        asked = ModelDescendants.model_validate({"model_id": first, "as_of": day, **more})
        return stage.ask(asked, by=play.farmers)

    graph = on(CLOSED)
    assert [(each.model_id, each.unit_code, each.depth) for each in graph.descendants] == [
        (second, SECOND, 1),
        (None, THIRD, 2),
    ]
    assert [(each.result, each.support_vnd) for each in graph.replications] == [
        ("succeeded", 50_000_000),
        ("pending", 0),
    ]
    assert [each.result for each in on(CARRIED).replications] == ["pending", "pending"]
    assert [each.depth for each in on(CLOSED, max_depth=1).descendants] == [1]
    assert on(RECOGNISED).descendants == []


@pytest.mark.parametrize(
    ("agency", "model_type", "duties"),
    [
        ("so-ldtbxh", "GN-BV", "III.1.1-b"),
        ("so-ldtbxh", "NTM", ""),
        ("so-nnptnt", "GN-BV", ""),
        ("btt-mttq-tinh", "GN-BV", ""),
    ],
)
def test_support_is_evidence_where_the_department_supports_against_poverty(
    stage: Stage, play: Play, agency: str, model_type: str, duties: str
) -> None:
    model_id = play.piloting(type=model_type)
    play.gave(model_id, by=actor(agency))
    event = stage.envelopes[-1]
    assert (event.type, event.duties) == ("campaigns.model_supported.v1", duties)
    assert (event.data["amount_vnd"], event.data["supporting_body"]) == (50_000_000, agency)


def test_goods_come_in_their_own_unit(stage: Stage, play: Play) -> None:
    model_id = play.piloting()
    goods = {
        "amount_vnd": None,
        "kind": "goods",
        "item": "Phân bón",
        "quantity": "12.5",
        "measure_unit": "kg",
    }
    play.gave(model_id, **goods)
    [shown] = stage.ask(ModelById(model_id=model_id), by=play.farmers).supports
    assert (str(shown.quantity), shown.measure_unit, shown.amount_vnd) == ("12.5", "kg", None)
    assert stage.envelopes[-1].data["quantity"] == "12.5"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": "money"}, "amount_vnd"),
        ({"kind": "money", "amount_vnd": 1, "item": "Bò"}, "item"),
        ({"kind": "goods", "item": "Bò", "quantity": 2}, "measure_unit"),
        ({"kind": "goods", "amount_vnd": 1}, "amount_vnd"),
    ],
)
def test_money_and_goods_are_not_mixed(
    stage: Stage, play: Play, fields: dict[str, object], field: str
) -> None:
    wanted = SupportModel.model_validate({"model_id": play.piloting(), **fields})
    assert refused_field(stage, wanted, play.poverty)[0] == field


def test_support_goes_to_a_running_model_of_ones_own_place(stage: Stage, play: Play) -> None:
    with pytest.raises(WrongStep):
        play.gave(play.proposed())
    model_id = play.recognised()
    with pytest.raises(NotAllowed):
        play.gave(model_id, by=actor("ubnd-xa", "05431"))
    edge = play.carried(play.recognised())
    wanted = SupportModel(model_id=model_id, replication_id=edge, kind="money", amount_vnd=1)
    assert refused_field(stage, wanted, play.poverty) == ("replication_id", "of-this-model")


@pytest.mark.parametrize(
    ("agency", "unit", "duties"),
    [("so-nnptnt", "19", "II.3b-b"), ("ubnd-xa", COMMUNE, "II.3b-b"), ("hnd-xa", COMMUNE, "")],
)
def test_a_sheet_is_published_to_the_whole_province(
    stage: Stage, play: Play, agency: str, unit: str, duties: str
) -> None:
    done = stage.act(play.sheet(), by=actor(agency, unit))
    event = stage.envelopes[-1]
    assert (event.type, event.duties) == ("campaigns.model_replicated.v1", duties)
    assert (event.data["kind"], event.data["from_unit"], event.data["to_unit"]) == ("practice", COMMUNE, "19")
    assert event.data["model_id"] is None
    shown = stage.ask(PracticeById(practice_id=done.practice_id))
    assert (shown.contact_body, shown.cost_vnd) == ("hnd-xa/05467", 15_000_000)


def test_a_sheet_of_a_model_belongs_to_its_place_and_a_tried_model(stage: Stage, play: Play) -> None:
    with pytest.raises(WrongStep):
        stage.act(play.sheet(unit_code=AREA, model_id=play.proposed()), by=play.rural)
    wrong = play.sheet(model_id=play.piloting())
    assert refused_field(stage, wrong, play.rural) == ("unit_code", "unit-of-model")
    with_person = play.sheet(contact_body="ong-nam")
    assert refused_field(stage, with_person, play.rural) == ("contact_body", "agency-in-force")


def test_its_publisher_alone_withdraws_a_sheet_once(stage: Stage, play: Play) -> None:
    practice_id = stage.act(play.sheet(), by=play.rural).practice_id
    withdrawal = WithdrawPractice(practice_id=practice_id, reason="Sai số liệu")
    with pytest.raises(NotAllowed):
        stage.act(withdrawal, by=play.poverty)
    assert stage.act(withdrawal, by=play.rural).state == "withdrawn"
    with pytest.raises(WrongStep):
        stage.act(withdrawal, by=play.rural)
    assert stage.ask(PracticeById(practice_id=practice_id)).reason == "Sai số liệu"


def test_a_replication_may_be_recorded_late_but_not_before_the_recognition(stage: Stage, play: Play) -> None:
    model_id = play.recognised()
    play.carried(model_id)
    earlier = date(2018, 8, 1)
    stage.act(play.replication(model_id, to_unit=THIRD), by=play.farmers, on=earlier)
    assert stage.ask(ModelById(model_id=model_id), by=play.farmers).replicated_on == earlier
    too_early = play.replication(model_id, to_unit="05467-K004")
    assert refused_field(stage, too_early, play.farmers, date(2018, 6, 30))[1] == "pilot_model:replicate"
    retirement = RetireModel(model_id=model_id, reason="Hết")
    assert refused_field(stage, retirement, play.board, earlier)[1] == "pilot_model:retire"


def test_nothing_is_given_before_it_begins(stage: Stage, play: Play) -> None:
    model_id = play.recognised()
    edge = play.carried(model_id)
    money = {"kind": "money", "amount_vnd": 1}
    for fields, on in (({}, date(2017, 7, 9)), ({"replication_id": edge}, RECOGNISED)):
        wanted = SupportModel.model_validate({"model_id": model_id, **money, **fields})
        assert refused_field(stage, wanted, play.poverty, on)[1] == "pilot_model:support"
