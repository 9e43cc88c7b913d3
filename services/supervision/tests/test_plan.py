from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from contracts.errors import DayBeforeLastStep, InvalidField, NotAllowed, NotFound, WrongStep
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated
from supervision.plans.domain.plan import NotHarmonised
from supervision.plans.messages import (
    AgreePlan,
    PlanById,
    PlanList,
    PlanStanding,
    ProposePlan,
    ResolveOverlap,
    StateView,
)
from supervision.plans.repository import Plans

DAY = date(2017, 7, 3)
CONSULTED = ["ubnd-tinh", "hlhpn-tinh", "vp-dp-ntm", "hdnd-tinh"]
TOPIC = {"topic": "GS-GN", "form": "joined", "target_bodies": ["so-ldtbxh"]}
Wanted = Callable[..., ProposePlan]
Proposed = Callable[..., PlanStanding]
Heard = Callable[..., None]
Agreed = Callable[..., str]


def view(plan_id: str, **changes: object) -> StateView:
    return StateView.model_validate({"plan_id": plan_id, "view": "agreed", "occurred_on": DAY} | changes)


def overlap(plan_id: str) -> StateView:
    return view(plan_id, view="overlap", overlapping=["GS-GN"], remark="Thanh tra Sở cũng kiểm tra")


def agree(plan_id: str, on: date = DAY) -> AgreePlan:
    return AgreePlan(plan_id=plan_id, doc_number="18/KH-MTTQ-BTT", occurred_on=on)


def test_the_anonymous_propose_state_resolve_and_agree_nothing(
    stage: Stage, wanted: Wanted, proposed: Proposed
) -> None:
    plan_id = proposed().plan_id
    resolve = ResolveOverlap(plan_id=plan_id, consulted_body="ubnd-tinh", note="x")
    for command in (wanted(), view(plan_id), resolve, agree(plan_id)):
        with pytest.raises(NotAuthenticated):
            stage.act(command, by=None)


@pytest.mark.parametrize("who", ["ubnd-tinh", "so-ldtbxh", "hlhpn-tinh", "ban-vd-quy-tinh"])
def test_only_the_front_proposes(stage: Stage, wanted: Wanted, who: str) -> None:
    with pytest.raises(NotAllowed):
        stage.act(wanted(), by=actor(who))


def test_the_front_plans_for_its_own_unit_alone(stage: Stage, wanted: Wanted) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(wanted(), by=actor("ub-mttq-xa", "05431"))
    assert refused.value.rule == "own-unit:unit_code"


def test_a_unit_has_one_plan_a_year(proposed: Proposed) -> None:
    proposed()
    with pytest.raises(InvalidField) as refused:
        proposed()
    assert refused.value.rule == "one-plan-a-year"


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"consulted_bodies": ["ubnd-tinh", "ubnd-tinh"]}, "consulted_bodies", "each-once"),
        ({"consulted_bodies": ["ubnd-tinh", "btt-mttq-tinh"]}, "consulted_bodies", "not-oneself"),
        ({"consulted_bodies": ["ubnd-xa/05431"]}, "consulted_bodies.0", "body-of-the-level"),
        ({"consulted_bodies": ["ubnd-xa"]}, "consulted_bodies.0", "one-per-unit"),
        ({"consulted_bodies": ["so-khong"]}, "consulted_bodies.0", "agency-in-force"),
        (
            {"topics": [{"topic": "GS-GN", "form": "delegation", "target_bodies": ["hnd-tinh"]}]},
            "topics.0.target_bodies.0",
            "state-body-of-the-level",
        ),
        (
            {"topics": [{**TOPIC, "proposing_body": "so-tc"}]},
            "topics.0.proposing_body",
            "consulted-too",
        ),
        (
            {"topics": [{**TOPIC, "proposing_body": "hlhpn-tinh"}]},
            "topics.0.proposing_body",
            "state-body",
        ),
        (
            {"topics": [TOPIC] * 2},
            "topics",
            "each-once",
        ),
    ],
)
def test_a_plan_that_breaks_a_rule_names_field_and_rule(
    proposed: Proposed, changes: dict[str, object], field: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        proposed(**changes)
    assert [(each.field, each.rule) for each in refused.value.fields] == [(field, rule)]


def test_a_plan_is_agreed_only_when_everybody_was_heard(
    stage: Stage, front: Actor, proposed: Proposed, heard: Heard
) -> None:
    plan_id = proposed().plan_id
    heard(plan_id, ["ubnd-tinh", "hlhpn-tinh", "vp-dp-ntm"])
    with pytest.raises(NotHarmonised, match="no view of: Provincial People's Council"):
        stage.act(agree(plan_id), by=front)
    heard(plan_id, ["hdnd-tinh"])
    assert stage.act(agree(plan_id), by=front).state == "agreed"
    assert stage.events == ["supervision.plan_agreed.v1"]


def test_an_open_overlap_stops_the_plan_until_it_is_resolved(
    stage: Stage, front: Actor, proposed: Proposed, heard: Heard
) -> None:
    plan_id = proposed().plan_id
    heard(plan_id)
    assert stage.act(overlap(plan_id), by=actor("ubnd-tinh")).overlapping_bodies == ["ubnd-tinh"]
    with pytest.raises(NotHarmonised, match="overlap open with: People's Committee") as refused:
        stage.act(agree(plan_id), by=front)
    assert refused.value.rule == "plan:agree"
    resolve = ResolveOverlap(
        plan_id=plan_id, consulted_body="ubnd-tinh", note="Phối hợp một đoàn", occurred_on=DAY
    )
    assert stage.act(resolve, by=front).overlapping_bodies == []
    stage.act(agree(plan_id), by=front)
    shown = stage.ask(PlanById(plan_id=plan_id), by=front)
    assert {each.consulted_body: each.resolution for each in shown.views}["ubnd-tinh"] == "Phối hợp một đoàn"


def test_an_overlap_says_which_topics_and_why(stage: Stage, proposed: Proposed) -> None:
    plan_id = proposed().plan_id
    for changes in ({"overlapping": ["GS-GN"]}, {"remark": "x"}, {"overlapping": ["GS-DT-1"], "remark": "x"}):
        with pytest.raises(InvalidField):
            stage.act(view(plan_id, view="overlap", **changes), by=actor("ubnd-tinh"))


def test_only_who_was_consulted_states_a_view(stage: Stage, proposed: Proposed) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(view(proposed().plan_id), by=actor("hnd-tinh"))
    assert refused.value.rule == "consulted-only"


def test_only_who_proposed_it_agrees_it(stage: Stage, proposed: Proposed, heard: Heard) -> None:
    plan_id = proposed().plan_id
    heard(plan_id)
    with pytest.raises(NotAllowed) as refused:
        stage.act(agree(plan_id), by=actor("ub-mttq-tinh"))
    assert refused.value.rule == "chair-only"


def test_an_agreed_plan_takes_no_more_steps(stage: Stage, front: Actor, agreed: Agreed) -> None:
    plan_id = agreed()
    for command, by in ((view(plan_id), actor("ubnd-tinh")), (agree(plan_id), front)):
        with pytest.raises(WrongStep):
            stage.act(command, by=by)


def test_no_step_before_the_last(stage: Stage, front: Actor, proposed: Proposed, heard: Heard) -> None:
    plan_id = proposed().plan_id
    heard(plan_id, on=date(2017, 7, 10))
    with pytest.raises(DayBeforeLastStep) as refused:
        stage.act(agree(plan_id, on=date(2017, 7, 9)), by=front)
    assert refused.value.rule == "plan:agree"


@pytest.mark.parametrize(
    ("topics", "duties"),
    [
        (["GS-GN"], "I.1-c,II.4a-a"),
        (["GS-NTM", "GS-DT-1"], "I.1-c,II.4a-d"),
        (["GS-NTM", "GS-GN"], "I.1-c,II.4a-a,II.4a-d"),
        (["GS-GN-1", "GS-NTM-3"], "I.1-c"),
        (["GS-DT-1"], "I.1-c"),
    ],
)
def test_agreement_is_evidence_of_what_the_plan_is_about_and_of_no_more(
    stage: Stage, agreed: Agreed, topics: list[str], duties: str
) -> None:
    agreed(topics=[{"topic": each, "form": "joined", "target_bodies": ["ubnd-tinh"]} for each in topics])
    assert stage.envelopes[-1].duties == duties


@pytest.mark.parametrize(("merged", "duties"), [("vp-dp-ntm", "I.1-c,III.1.3-d"), ("ubnd-tinh", "I.1-c")])
def test_merging_the_coordination_offices_plan_is_evidence_of_its_duty(
    stage: Stage, agreed: Agreed, merged: str, duties: str
) -> None:
    agreed(
        topics=[
            {"topic": "GS-NTM-1", "form": "joined", "target_bodies": ["so-nnptnt"], "proposing_body": merged}
        ]
    )
    assert stage.envelopes[-1].duties == duties


def test_the_event_tells_what_others_need(stage: Stage, agreed: Agreed) -> None:
    plan_id = agreed()
    told = stage.envelopes[-1]
    assert (told.subject, told.unit) == (plan_id, "19")
    assert told.data == {
        "plan_id": plan_id,
        "year": 2017,
        "level": "T",
        "chair_body": "btt-mttq-tinh",
        "unit_code": "19",
        "topics": ["GS-GN", "GS-NTM-1"],
        "consulted_bodies": CONSULTED,
        "issued_on": "2017-07-03",
    }


def test_a_body_may_change_its_view_but_not_back_in_time(stage: Stage, proposed: Proposed) -> None:
    plan_id = proposed().plan_id
    council = actor("hdnd-tinh")
    stage.act(view(plan_id, occurred_on=date(2017, 7, 8)), by=council)
    stage.act(view(plan_id, occurred_on=date(2017, 7, 5)), by=actor("ubnd-tinh"))
    with pytest.raises(DayBeforeLastStep) as refused:
        stage.act(view(plan_id, occurred_on=date(2017, 7, 7)), by=council)
    assert refused.value.rule == "plan:state_view"
    stage.act(view(plan_id, occurred_on=date(2017, 7, 9)), by=council)


def test_no_agreement_before_the_overlap_was_resolved(
    stage: Stage, front: Actor, proposed: Proposed, heard: Heard
) -> None:
    plan_id = proposed().plan_id
    heard(plan_id)
    stage.act(overlap(plan_id), by=actor("ubnd-tinh"))
    resolved_on = date(2017, 7, 12)
    note = {
        "plan_id": plan_id,
        "consulted_body": "ubnd-tinh",
        "note": "Một đoàn chung",
        "occurred_on": resolved_on,
    }
    stage.act(ResolveOverlap.model_validate(note), by=front)
    with pytest.raises(DayBeforeLastStep) as refused:
        stage.act(agree(plan_id, on=date(2017, 7, 11)), by=front)
    assert refused.value.rule == "plan:agree"
    assert stage.act(agree(plan_id, on=resolved_on), by=front).state == "agreed"


def test_a_commune_plans_for_itself(stage: Stage, proposed: Proposed) -> None:
    own = actor("ub-mttq-xa", "05431")
    topics = [{"topic": "GS-GN-1", "form": "people_boards", "target_bodies": ["ubnd-xa/05431"]}]
    consulted = ["ubnd-xa/05431", "hdnd-xa/05431"]
    plan_id = proposed(by=own, unit_code="05431", topics=topics, consulted_bodies=consulted).plan_id
    for body in ("ubnd-xa", "hdnd-xa"):
        with pytest.raises(NotAllowed):
            stage.act(view(plan_id), by=actor(body, "05467"))
        stage.act(view(plan_id), by=actor(body, "05431"))
    assert stage.act(agree(plan_id), by=own).state == "agreed"
    assert stage.envelopes[-1].unit == "05431"
    assert [row.level for row in stage.ask(PlanList(unit="19")).items] == ["X"]


def test_the_store_itself_refuses_a_second_plan_of_a_year(
    stage: Stage, front: Actor, wanted: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that propose at once both see no plan; the table lets one of them through."""
    monkeypatch.setattr(Plans, "has_one", lambda *_: False)
    stage.act(wanted(), by=front)
    with pytest.raises(IntegrityError):
        stage.act(wanted(), by=front)
    assert len(stage.ask(PlanList()).items) == 1


def test_lists_by_unit_year_and_state(stage: Stage, agreed: Agreed) -> None:
    agreed()
    assert len(stage.ask(PlanList(unit="19", year=2017, state="agreed")).items) == 1
    assert stage.ask(PlanList(unit="164")).items == []
    assert stage.ask(PlanList(year=2018)).items == []


def test_what_is_not_there_is_not_found(stage: Stage, front: Actor) -> None:
    with pytest.raises(NotFound):
        stage.act(agree("pln_none"), by=front)
