from collections.abc import Callable

import pytest

from contracts.errors import InvalidField, NotAllowed
from contracts.values import BodyLevel
from critique.drafts.domain.clauses import check_asked_for
from critique.drafts.messages import DraftStanding, RegisterDraft
from shared.authority import Actor, UnitOfAnotherLevel
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Wanted = Callable[..., RegisterDraft]
Registered = Callable[..., DraftStanding]
Provide = Callable[..., list[dict[str, str]]]


def test_no_anonymous_caller_registers_a_draft(stage: Stage, wanted: Wanted) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(wanted(), by=None)


@pytest.mark.parametrize("agency", ["btt-mttq-tinh", "ub-mttq-tinh", "hlhpn-tinh"])
def test_the_front_registers_no_draft(stage: Stage, wanted: Wanted, agency: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(wanted(), by=actor(agency))
    assert refused.value.rule == "side:state"


@pytest.mark.parametrize(
    ("agency", "unit", "unit_code"),
    [("so-xd", "19", "05467"), ("ubnd-xa", "05467", "05431"), ("ubnd-xa", "05467", "19")],
)
def test_a_state_body_drafts_for_its_own_unit_alone(
    stage: Stage, wanted: Wanted, agency: str, unit: str, unit_code: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(wanted(unit_code=unit_code), by=actor(agency, unit))
    assert refused.value.rule == "own-unit:unit_code"


def test_a_token_of_the_wrong_unit_or_of_no_drafting_body_is_of_no_use(stage: Stage, wanted: Wanted) -> None:
    with pytest.raises(UnitOfAnotherLevel):
        actor("so-xd", "05467")
    with pytest.raises(NotAllowed) as refused:
        stage.act(wanted(unit_code="19"), by=actor("hdnd-tinh"))
    assert refused.value.rule == "function:drafting-body"


def test_a_draft_is_registered_and_the_others_are_told(stage: Stage, drafter: Actor, wanted: Wanted) -> None:
    answer = stage.act(wanted(duty_id="III.1.4-a", co_drafting_bodies=["so-vhttdl"]), by=drafter)
    assert (answer.state, answer.dossier_complete, answer.missing) == ("registered", True, [])
    [envelope] = stage.envelopes
    assert envelope.type == "critique.draft_registered.v1"
    assert (envelope.agency, envelope.unit, envelope.subject) == ("so-xd", "19", answer.draft_id)
    assert envelope.data == {
        "draft_id": answer.draft_id,
        "kind": "criteria",
        "title": "Tiêu chí phường, thị trấn đạt chuẩn đô thị văn minh (giả lập)",
        "drafting_body": "so-xd",
        "co_drafting_bodies": ["so-vhttdl"],
        "level": "T",
        "unit_code": "19",
        "dossier_complete": True,
        "received_on": "2017-07-03",
        "duty_id": "III.1.4-a",
    }


@pytest.mark.parametrize(
    ("agency", "changes", "duties"),
    [
        ("so-xd", {}, ("II.4b-a",)),
        ("so-xd", {"duty_id": "III.1.4-a"}, ("II.4b-a", "III.1.4-a")),
        (
            "so-xd",
            {"duty_id": "III.1.4-a", "co_drafting_bodies": ["so-vhttdl"]},
            ("II.4b-a", "III.1.4-a", "III.1.5-c"),
        ),
        ("so-xd", {"co_drafting_bodies": ["so-vhttdl"]}, ("II.4b-a",)),
        ("so-xd", {"duty_id": "III.1.4-a", "conditions": []}, ("III.1.4-a",)),
        ("so-xd", {"duty_id": "III.1.4-c", "kind": "policy"}, ("II.4b-a", "III.1.4-c")),
        ("so-xd", {"duty_id": "III.1.4-d", "kind": "policy"}, ("II.4b-a", "III.1.4-d")),
        ("so-xd", {"duty_id": "III.1.4-e", "kind": "mechanism"}, ("II.4b-a", "III.1.4-e")),
        ("so-xd", {"duty_id": "III.1.4-f", "kind": "plan"}, ("II.4b-a", "III.1.4-f")),
        ("so-vhttdl", {"duty_id": "III.1.5-b"}, ("II.4b-a", "III.1.5-b")),
        ("vp-dp-ntm", {"duty_id": "III.1.3-f", "kind": "mechanism"}, ("II.4b-a", "III.1.3-f")),
        ("so-tnmt", {"duty_id": "III.1.7-b", "kind": "plan"}, ("II.4b-a", "III.1.7-b")),
        ("so-tnmt", {"duty_id": "III.1.7-b", "kind": "plan", "conditions": []}, ()),
    ],
)
def test_a_draft_is_evidence_of_what_the_programme_asks_and_of_no_more(
    stage: Stage, wanted: Wanted, agency: str, changes: dict[str, object], duties: tuple[str, ...]
) -> None:
    stage.act(wanted(**changes), by=actor(agency))
    assert stage.envelopes[-1].duty_ids == duties


@pytest.mark.parametrize(
    ("agency", "unit", "duty_id", "kind"),
    [
        ("so-xd", "19", "III.1.4-a", "policy"),
        ("so-xd", "19", "III.1.5-b", "criteria"),
        ("so-vhttdl", "19", "III.1.4-a", "criteria"),
        ("vp-dp-ntm", "19", "III.1.3-f", "criteria"),
        ("ubnd-tinh", "19", "III.1.4-c", "policy"),
        ("so-xd", "19", "III.1.5-c", "criteria"),
        ("so-xd", "19", "II.4b-a", "policy"),
        ("so-xd", "19", "III.9.9-z", "policy"),
    ],
)
def test_no_body_names_an_item_that_does_not_ask_it_for_such_a_draft(
    stage: Stage, wanted: Wanted, agency: str, unit: str, duty_id: str, kind: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(duty_id=duty_id, kind=kind, unit_code=unit), by=actor(agency, unit))
    assert [(each.field, each.rule) for each in refused.value.fields] == [("duty_id", "asked-of-the-drafter")]
    assert stage.events == []


@pytest.mark.parametrize(
    ("co_drafters", "rule"),
    [
        (["btt-mttq-tinh"], "state-body-of-the-level"),
        (["ubnd-xa/05467"], "state-body-of-the-level"),
        (["hlhpn-tinh"], "state-body-of-the-level"),
        (["so-xd"], "each-once"),
        (["so-vhttdl", "so-vhttdl"], "each-once"),
        (["so-khong-co"], "agency-in-force"),
        (["ubnd-xa"], "one-per-unit"),
        (["so-vhttdl/19"], "one-per-unit"),
    ],
)
def test_co_drafters_are_other_state_bodies_of_the_same_level(
    stage: Stage, drafter: Actor, wanted: Wanted, co_drafters: list[str], rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(co_drafting_bodies=co_drafters), by=drafter)
    assert [(each.field, each.rule) for each in refused.value.fields] == [("co_drafting_bodies", rule)]


@pytest.mark.parametrize("co_drafter", ["ubnd-xa/05431", "so-vhttdl", "ubnd-huyen/164"])
def test_a_commune_drafts_with_no_other_place_or_level(stage: Stage, wanted: Wanted, co_drafter: str) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(unit_code="05467", co_drafting_bodies=[co_drafter]), by=actor("ubnd-xa", "05467"))
    assert refused.value.rule == "state-body-of-the-level"


@pytest.mark.parametrize("level", ["H", "X"])
def test_the_items_of_part_three_ask_the_province_alone(level: BodyLevel) -> None:
    with pytest.raises(InvalidField):
        check_asked_for("III.1.4-a", frozenset({"construction"}), "criteria", level)


def test_a_commune_drafts_too(stage: Stage, registered: Registered) -> None:
    standing = registered(by=actor("ubnd-xa", "05467"), unit_code="05467", kind="plan")
    assert standing.state == "registered"
    assert stage.envelopes[-1].agency == "ubnd-xa/05467"
    assert stage.envelopes[-1].data["level"] == "X"


def test_a_dossier_says_what_it_lacks(registered: Registered, provide: Provide) -> None:
    standing = registered(conditions=provide("money", "documents"))
    assert (standing.dossier_complete, standing.missing) == (False, ["time", "people"])


def test_a_condition_is_given_once(stage: Stage, drafter: Actor, wanted: Wanted, provide: Provide) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(conditions=provide("money", "money")), by=drafter)
    assert refused.value.rule == "each-once"
