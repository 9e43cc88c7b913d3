"""A draft's text is promulgated once, after the Front was asked; a criteria set comes with it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from contracts.errors import InvalidField, NotAllowed, WrongStep
from critique.drafts.messages import DecideForm, DraftById, DraftStanding, PromulgateDraft
from critique.opinions.messages import AnswerOpinion, IssueOpinion, OpinionStanding
from shared.authority import Actor
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Registered = Callable[..., DraftStanding]
Decided = Callable[..., DecideForm]
Opinion = Callable[..., IssueOpinion]
DAY, EFFECTIVE = date(2017, 9, 1), date(2018, 1, 1)


def criteria(standard: str = "DTVM", *numbers: int) -> dict[str, Any]:
    named = [{"no": no, "name_vi": f"Tiêu chí {no}", "name_en": f"No. {no}"} for no in numbers or (1, 2)]
    return {"standard": standard, "criteria": named}


def promulgating(draft_id: str, **changes: Any) -> PromulgateDraft:
    fields = {
        "draft_id": draft_id,
        "doc_number": "12/2017/QĐ-UBND",
        "effective_on": EFFECTIVE,
        "criteria": criteria(),
        "occurred_on": DAY,
    }
    return PromulgateDraft.model_validate(fields | changes)


@pytest.fixture
def reconciled(
    stage: Stage, drafter: Actor, issued: OpinionStanding, answered: Callable[..., AnswerOpinion]
) -> str:
    stage.act(answered(issued.critique_id), by=drafter)
    return issued.draft_id


def test_only_its_drafter_promulgates(stage: Stage, reconciled: str) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(promulgating(reconciled), by=None)
    for by in (actor("btt-mttq-tinh"), actor("so-vhttdl")):
        with pytest.raises(NotAllowed):
            stage.act(promulgating(reconciled), by=by)


def test_the_set_comes_with_the_event(stage: Stage, drafter: Actor, reconciled: str) -> None:
    answer = stage.act(promulgating(reconciled), by=drafter)
    assert answer.critique_reflected
    told: Any = stage.envelopes[-1].data["criteria"]
    assert stage.events[-1] == "critique.draft_promulgated.v1"
    assert (told["standard"], [each["no"] for each in told["criteria"]]) == ("DTVM", [1, 2])
    shown = stage.ask(DraftById(draft_id=reconciled), by=drafter).promulgation
    assert (shown.doc_number, shown.effective_on) == ("12/2017/QĐ-UBND", EFFECTIVE)


def test_it_is_evidence_where_the_item_asked(
    stage: Stage,
    drafter: Actor,
    front: Actor,
    registered: Registered,
    decision: Decided,
    opinion: Opinion,
) -> None:
    for duty, evidence in (("III.1.4-a", "III.1.4-a"), (None, "")):
        draft_id = registered(duty_id=duty).draft_id
        stage.act(decision(draft_id), by=front)
        stage.act(opinion(draft_id, doc_number=f"12/PB-{duty}"), by=front)
        answer = stage.act(promulgating(draft_id), by=drafter)
        assert not answer.critique_reflected
        assert (stage.envelopes[-1].duties or "") == evidence


def test_a_text_is_promulgated_once(stage: Stage, drafter: Actor, reconciled: str) -> None:
    stage.act(promulgating(reconciled), by=drafter)
    with pytest.raises(WrongStep) as refused:
        stage.act(promulgating(reconciled), by=drafter)
    assert refused.value.rule == "draft:promulgate"
    assert "«đã ghi nhận ban hành" in refused.value.sentences()["vi"]


def test_the_opinion_is_answered_though_the_text_was_promulgated_before(
    stage: Stage, drafter: Actor, issued: OpinionStanding, answered: Callable[..., AnswerOpinion]
) -> None:
    early = date(2017, 7, 25)
    assert not stage.act(promulgating(issued.draft_id, occurred_on=early), by=drafter).critique_reflected
    assert stage.act(answered(issued.critique_id), by=drafter).state == "response_received"
    assert stage.ask(TaskList(), by=drafter, on=DAY).items == []


def test_the_front_is_asked_and_heard_first(
    stage: Stage, drafter: Actor, front: Actor, registered: Registered, decision: Decided, opinion: Opinion
) -> None:
    draft_id = registered().draft_id
    for step in (decision(draft_id), opinion(draft_id)):
        with pytest.raises(WrongStep) as refused:
            stage.act(promulgating(draft_id), by=drafter)
        assert refused.value.rule == "draft:promulgate"
        stage.act(step, by=front)
    assert stage.act(promulgating(draft_id), by=drafter).draft_id == draft_id


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"effective_on": date(2017, 8, 31)}, "effective_on", "not-before-promulgation"),
        ({"criteria": criteria("GDVH")}, "criteria.standard", "criteria-of-the-drafter"),
        ({"criteria": criteria("DTVM", 1, 2, 1)}, "criteria.criteria.0.no", "distinct"),
        ({"occurred_on": date(2017, 7, 31)}, "occurred_on", "draft:promulgate"),
    ],
)
def test_what_is_wrong_is_named(
    stage: Stage, drafter: Actor, reconciled: str, changes: dict[str, Any], field: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(promulgating(reconciled, **changes), by=drafter)
    assert (refused.value.fields[0].field, refused.value.rule) == (field, rule)
    assert stage.ask(DraftById(draft_id=reconciled), by=drafter).promulgation is None


def test_criteria_come_from_drafts_of_criteria(
    stage: Stage,
    drafter: Actor,
    front: Actor,
    registered: Registered,
    decision: Decided,
    opinion: Opinion,
) -> None:
    draft_id = registered(kind="plan").draft_id
    stage.act(decision(draft_id), by=front)
    stage.act(opinion(draft_id), by=front)
    with pytest.raises(InvalidField) as refused:
        stage.act(promulgating(draft_id), by=drafter)
    assert refused.value.rule == "criteria-of-the-drafter"
    stage.act(promulgating(draft_id, criteria=None), by=drafter)
