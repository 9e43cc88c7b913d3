from collections.abc import Callable
from datetime import date

import pytest

from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from critique.drafts.messages import CompleteDossier, DecideForm, DraftStanding, ReturnDraft
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Registered = Callable[..., DraftStanding]
Provide = Callable[..., list[dict[str, str]]]
LATER = date(2017, 7, 10)


def completing(draft_id: str, conditions: list[dict[str, str]], on: date = LATER) -> CompleteDossier:
    return CompleteDossier.model_validate({"draft_id": draft_id, "conditions": conditions, "occurred_on": on})


def returning(draft_id: str, *lacking: str, on: date = LATER) -> ReturnDraft:
    return ReturnDraft.model_validate(
        {"draft_id": draft_id, "lacking": lacking, "reason": "Thiếu kinh phí", "occurred_on": on}
    )


def test_no_anonymous_caller_completes_a_dossier(
    stage: Stage, registered: Registered, provide: Provide
) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(completing(registered(conditions=[]).draft_id, provide("money")), by=None)


@pytest.mark.parametrize(
    ("agency", "unit", "rule"),
    [
        ("btt-mttq-tinh", "19", "side:state"),
        ("so-vhttdl", "19", "drafter-only"),
        ("ubnd-xa", "05467", "same-level"),
    ],
)
def test_only_the_drafter_completes_its_dossier(
    stage: Stage, registered: Registered, provide: Provide, agency: str, unit: str, rule: str
) -> None:
    draft_id = registered(conditions=[]).draft_id
    with pytest.raises(NotAllowed) as refused:
        stage.act(completing(draft_id, provide("money")), by=actor(agency, unit))
    assert refused.value.rule == rule


def test_a_dossier_becomes_complete_once_nothing_is_missing(
    stage: Stage, drafter: Actor, registered: Registered, provide: Provide
) -> None:
    draft_id = registered(conditions=provide("documents", "time")).draft_id
    partly = stage.act(completing(draft_id, provide("people")), by=drafter)
    assert partly.missing == ["money"]
    assert stage.events == ["critique.draft_registered.v1"]
    full = stage.act(completing(draft_id, provide("money")), by=drafter)
    assert full.dossier_complete
    assert stage.events[1:] == ["critique.dossier_completed.v1"]
    assert stage.envelopes[-1].duty_ids == ("II.4b-a",)
    assert stage.envelopes[-1].data["completed_on"] == "2017-07-10"


def test_a_complete_dossier_of_the_environment_is_evidence_of_its_own_item(
    stage: Stage, registered: Registered, provide: Provide
) -> None:
    environment = actor("so-tnmt")
    draft_id = registered(by=environment, kind="plan", duty_id="III.1.7-b", conditions=[]).draft_id
    stage.act(completing(draft_id, provide("documents", "time", "people", "money")), by=environment)
    assert stage.envelopes[-1].duty_ids == ("II.4b-a", "III.1.7-b")


def test_what_is_provided_is_not_provided_again(
    stage: Stage, drafter: Actor, registered: Registered, provide: Provide
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(completing(registered().draft_id, provide("money")), by=drafter)
    assert [(each.field, each.rule) for each in refused.value.fields] == [("conditions", "each-once")]


def test_no_anonymous_caller_returns_a_draft(stage: Stage, registered: Registered) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(returning(registered().draft_id, "money"), by=None)


@pytest.mark.parametrize(
    ("agency", "unit", "rule"),
    [
        ("so-xd", "19", "side:front"),
        ("ban-vd-quy-tinh", "19", None),
        ("ub-mttq-xa", "05467", "same-level"),
    ],
)
def test_only_the_front_of_the_same_level_returns_a_draft(
    stage: Stage, registered: Registered, agency: str, unit: str, rule: str | None
) -> None:
    draft_id = registered().draft_id
    with pytest.raises(NotAllowed) as refused:
        stage.act(returning(draft_id, "money"), by=actor(agency, unit))
    assert rule is None or refused.value.rule == rule


def test_a_returned_draft_lacks_what_the_front_named_until_it_is_provided(
    stage: Stage, front: Actor, drafter: Actor, registered: Registered, provide: Provide
) -> None:
    draft_id = registered().draft_id
    returned = stage.act(returning(draft_id, "money", "time"), by=front)
    assert (returned.state, returned.missing) == ("returned", ["time", "money"])
    with pytest.raises(WrongStep):
        stage.act(returning(draft_id, "money"), by=front)
    again = stage.act(completing(draft_id, provide("time", "money")), by=drafter)
    assert (again.state, again.dossier_complete) == ("registered", True)
    assert stage.events == ["critique.draft_registered.v1", "critique.dossier_completed.v1"]


def test_a_returned_draft_is_not_critiqued(
    stage: Stage, front: Actor, registered: Registered, decision: Callable[..., DecideForm]
) -> None:
    draft_id = registered().draft_id
    stage.act(returning(draft_id, "money"), by=front)
    with pytest.raises(WrongStep):
        stage.act(decision(draft_id, occurred_on=LATER), by=front)


def test_no_step_is_dated_before_the_one_before_it(
    stage: Stage, front: Actor, registered: Registered
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(returning(registered().draft_id, "money", on=date(2017, 7, 2)), by=front)
    assert [(each.field, each.rule) for each in refused.value.fields] == [("occurred_on", "draft:return")]


def test_there_is_no_draft_of_another_id(stage: Stage, front: Actor) -> None:
    with pytest.raises(NotFound):
        stage.act(returning("drf_none", "money"), by=front)


def test_a_code_passed_on_by_a_merger_is_not_the_same_place(stage: Stage, registered: Registered) -> None:
    draft_id = registered(by=actor("ubnd-xa", "05467"), unit_code="05467").draft_id
    successor = date(2025, 7, 2)
    with pytest.raises(NotAllowed) as refused:
        stage.act(returning(draft_id, "money", on=successor), by=actor("ub-mttq-xa", "05467", on=successor))
    assert refused.value.rule == "same-level"
