from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from contracts.errors import InvalidField, NotAllowed, WrongStep
from critique.drafts.domain.draft import DossierIncomplete
from critique.drafts.messages import CompleteDossier, DecideForm, DraftStanding
from shared.authority import Actor, UnitOfAnotherLevel
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Registered = Callable[..., DraftStanding]
Decision = Callable[..., DecideForm]


def test_no_anonymous_caller_decides(stage: Stage, registered: Registered, decision: Decision) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(decision(registered().draft_id), by=None)


@pytest.mark.parametrize(
    ("agency", "unit", "rule"),
    [
        ("so-xd", "19", "side:front"),
        ("ubnd-tinh", "19", "side:front"),
        ("ub-mttq-huyen", "164", "same-level"),
        ("ub-mttq-xa", "05467", "same-level"),
        ("hlhpn-xa", "05467", "same-level"),
    ],
)
def test_only_the_front_of_the_drafters_level_decides(
    stage: Stage, registered: Registered, decision: Decision, agency: str, unit: str, rule: str
) -> None:
    draft_id = registered().draft_id
    with pytest.raises(NotAllowed) as refused:
        stage.act(decision(draft_id, chair_body=agency), by=actor(agency, unit))
    assert refused.value.rule == rule


def test_a_front_committee_of_another_commune_does_not_decide(
    stage: Stage, registered: Registered, decision: Decision
) -> None:
    draft_id = registered(by=actor("ubnd-xa", "05467"), unit_code="05467").draft_id
    with pytest.raises(NotAllowed) as refused:
        stage.act(decision(draft_id, chair_body="ub-mttq-xa/05431"), by=actor("ub-mttq-xa", "05431"))
    assert refused.value.rule == "same-level"
    own = actor("ub-mttq-xa", "05467")
    assert stage.act(decision(draft_id, chair_body="ub-mttq-xa/05467"), by=own).state == "form_decided"


def test_a_front_token_of_the_wrong_unit_is_of_no_use(
    stage: Stage, front: Actor, registered: Registered, decision: Decision
) -> None:
    draft_id = registered(by=actor("ubnd-xa", "05467"), unit_code="05467").draft_id
    with pytest.raises(UnitOfAnotherLevel):
        stage.act(decision(draft_id), by=replace(front, unit="05467"))


@pytest.mark.parametrize("chair", ["ub-mttq-xa/05431", "hlhpn-tinh", "hlhpn-xa/05431"])
def test_a_commune_asks_no_body_of_another_place_or_level(
    stage: Stage, registered: Registered, decision: Decision, chair: str
) -> None:
    draft_id = registered(by=actor("ubnd-xa", "05467"), unit_code="05467").draft_id
    with pytest.raises(InvalidField) as refused:
        stage.act(decision(draft_id, chair_body=chair), by=actor("ub-mttq-xa", "05467"))
    assert refused.value.rule == "front-body-of-the-level"


def test_the_form_is_decided_and_the_others_are_told(
    stage: Stage, front: Actor, registered: Registered, decision: Decision
) -> None:
    draft_id = registered().draft_id
    answer = stage.act(decision(draft_id), by=front)
    assert (answer.state, answer.chair_body) == ("form_decided", "btt-mttq-tinh")
    assert stage.envelopes[-1].type == "critique.form_decided.v1"
    assert stage.envelopes[-1].duty_ids == ("II.4b-b",)
    assert stage.envelopes[-1].data == {
        "draft_id": draft_id,
        "track": "critique",
        "form": "conference",
        "chair_body": "btt-mttq-tinh",
        "reason": "content",
        "session_on": "2017-07-20",
        "unit_code": "19",
    }


def test_the_session_notice_is_explained_by_the_rule_and_never_refuses(
    stage: Stage, front: Actor, registered: Registered, decision: Decision
) -> None:
    kept = stage.act(decision(registered().draft_id), by=front)
    assert kept.session_notice.rule == "crit.dossier_before"
    assert kept.session_notice.start_on == date(2017, 7, 3)
    assert kept.session_notice.source
    assert kept.notice_kept is (kept.session_notice.due_on <= date(2017, 7, 20))
    soon = stage.act(decision(registered().draft_id, session_on=date(2017, 7, 4)), by=front)
    assert soon.notice_kept is False


def test_the_notice_counts_from_the_day_on_which_the_dossier_was_complete(
    stage: Stage, front: Actor, drafter: Actor, registered: Registered, decision: Decision
) -> None:
    draft_id = registered(conditions=[]).draft_id
    evidence = [{"kind": kind, "evidence": "Tờ trình"} for kind in ("documents", "time", "people", "money")]
    completing = {"draft_id": draft_id, "conditions": evidence, "occurred_on": date(2017, 7, 4)}
    stage.act(CompleteDossier.model_validate(completing), by=drafter)
    assert stage.act(decision(draft_id), by=front).session_notice.start_on == date(2017, 7, 4)


def test_a_dossier_that_is_not_complete_is_commented_on_not_critiqued(
    stage: Stage, front: Actor, registered: Registered, decision: Decision
) -> None:
    draft_id = registered(conditions=[]).draft_id
    with pytest.raises(DossierIncomplete) as refused:
        stage.act(decision(draft_id), by=front)
    assert "Tài liệu; Thời gian; Nhân lực; Kinh phí" in refused.value.sentences()["vi"]
    comment = decision(draft_id, track="comment", form="written", reason="dossier", session_on=None)
    answer = stage.act(comment, by=front)
    assert (answer.state, answer.session_notice, answer.notice_kept) == ("form_decided", None, None)


def test_it_is_decided_once(stage: Stage, front: Actor, registered: Registered, decision: Decision) -> None:
    draft_id = registered().draft_id
    stage.act(decision(draft_id), by=front)
    with pytest.raises(WrongStep):
        stage.act(decision(draft_id), by=front)


@pytest.mark.parametrize("chair", ["hlhpn-tinh", "ub-mttq-tinh"])
def test_the_front_asks_a_body_of_its_level_to_chair(
    stage: Stage, front: Actor, registered: Registered, decision: Decision, chair: str
) -> None:
    assert stage.act(decision(registered().draft_id, chair_body=chair), by=front).chair_body == chair


def test_an_organisation_decides_for_itself(stage: Stage, registered: Registered, decision: Decision) -> None:
    draft_id = registered().draft_id
    assert (
        stage.act(decision(draft_id, chair_body="hlhpn-tinh"), by=actor("hlhpn-tinh")).chair_body
        == "hlhpn-tinh"
    )


@pytest.mark.parametrize(
    ("by", "chair", "rule"),
    [
        ("btt-mttq-tinh", "so-xd", "front-body-of-the-level"),
        ("btt-mttq-tinh", "so-vhttdl", "front-body-of-the-level"),
        ("btt-mttq-tinh", "ban-vd-quy-tinh", "front-body-of-the-level"),
        ("btt-mttq-tinh", "ub-mttq-xa/05467", "front-body-of-the-level"),
        ("hlhpn-tinh", "hnd-tinh", "front-body-of-the-level"),
        ("hlhpn-tinh", "btt-mttq-tinh", "front-body-of-the-level"),
        ("btt-mttq-tinh", "khong-co", "agency-in-force"),
    ],
)
def test_neither_the_drafter_nor_another_level_chairs(
    stage: Stage, registered: Registered, decision: Decision, by: str, chair: str, rule: str
) -> None:
    draft_id = registered().draft_id
    with pytest.raises(InvalidField) as refused:
        stage.act(decision(draft_id, chair_body=chair), by=actor(by))
    assert [(each.field, each.rule) for each in refused.value.fields] == [("chair_body", rule)]


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"session_on": None}, "session_on", "required"),
        ({"session_on": None, "form": "dialogue"}, "session_on", "required"),
        ({"session_on": date(2017, 7, 3)}, "session_on", "not-before-decision"),
        ({"reason": "dossier"}, "reason", "dossier-only-for-comment"),
    ],
)
def test_what_is_wrong_is_named(
    stage: Stage,
    front: Actor,
    registered: Registered,
    decision: Decision,
    changes: dict[str, object],
    field: str,
    rule: str,
) -> None:
    draft_id = registered().draft_id
    with pytest.raises(InvalidField) as refused:
        stage.act(decision(draft_id, **changes), by=front)
    assert [(each.field, each.rule) for each in refused.value.fields] == [(field, rule)]
    assert stage.events == ["critique.draft_registered.v1"]
