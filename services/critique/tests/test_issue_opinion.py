from collections.abc import Callable
from datetime import date

import pytest

from contracts.errors import InvalidField, NotAllowed, WrongStep
from contracts.reference import deadline
from critique.drafts.messages import DecideForm, DraftStanding
from critique.opinions.messages import IssueOpinion, OpinionStanding
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Registered = Callable[..., DraftStanding]
Decision = Callable[..., DecideForm]
Opinion = Callable[..., IssueOpinion]


@pytest.fixture
def decided(stage: Stage, front: Actor, registered: Registered, decision: Decision) -> Callable[..., str]:
    """Register a draft, decide its form, and return its id."""

    def decide(**changes: object) -> str:
        draft_id = registered().draft_id
        stage.act(decision(draft_id, **changes), by=front)
        return draft_id

    return decide


def test_no_anonymous_caller_issues_an_opinion(
    stage: Stage, decided: Callable[..., str], opinion: Opinion
) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(opinion(decided()), by=None)


@pytest.mark.parametrize(
    ("agency", "unit", "rule"),
    [
        ("so-xd", "19", "side:front"),
        ("ub-mttq-tinh", "19", "chair-only"),
        ("hlhpn-tinh", "19", "chair-only"),
        ("ub-mttq-xa", "05467", "same-level"),
    ],
)
def test_only_the_chair_issues_an_opinion(
    stage: Stage, decided: Callable[..., str], opinion: Opinion, agency: str, unit: str, rule: str
) -> None:
    draft_id = decided()
    with pytest.raises(NotAllowed) as refused:
        stage.act(opinion(draft_id), by=actor(agency, unit))
    assert refused.value.rule == rule


def test_who_was_asked_to_chair_issues_it_not_who_asked(
    stage: Stage, front: Actor, decided: Callable[..., str], opinion: Opinion
) -> None:
    draft_id = decided(chair_body="hlhpn-tinh")
    with pytest.raises(NotAllowed):
        stage.act(opinion(draft_id), by=front)
    assert stage.act(opinion(draft_id), by=actor("hlhpn-tinh")).state == "opinion_document_issued"


def test_an_opinion_is_issued_and_counted_by_its_heads(
    stage: Stage, front: Actor, decided: Callable[..., str], opinion: Opinion
) -> None:
    draft_id = decided()
    heads = ("necessity", "impact", "impact", "interests")
    answer = stage.act(opinion(draft_id, heads), by=front)
    envelope = stage.envelopes[-1]
    assert envelope.type == "critique.opinion_document_issued.v1"
    assert (envelope.subject, envelope.duty_ids) == (draft_id, ("II.4b-b",))
    assert envelope.data["critique_id"] == answer.critique_id
    assert envelope.data["items"] == 4
    assert envelope.data["items_by_head"] == {
        "necessity": 1,
        "conformity": 0,
        "feasibility": 0,
        "impact": 2,
        "interests": 1,
    }
    assert (envelope.data["issuing_body"], envelope.data["drafting_body"]) == ("btt-mttq-tinh", "so-xd")


def test_the_answer_is_due_by_the_rule_with_its_reasons(issued: OpinionStanding) -> None:
    due = issued.answer_due
    assert (due.rule, due.start_on) == ("crit.answer_due", date(2017, 7, 21))
    assert due.due_on == deadline("crit.answer_due", due.start_on).due
    assert due.source
    assert due.confidence


def test_no_opinion_is_issued_before_the_session(
    stage: Stage, front: Actor, decided: Callable[..., str], opinion: Opinion
) -> None:
    draft_id = decided()
    with pytest.raises(InvalidField) as refused:
        stage.act(opinion(draft_id, occurred_on=date(2017, 7, 19)), by=front)
    assert [(each.field, each.rule) for each in refused.value.fields] == [
        ("occurred_on", "not-before-session")
    ]


def test_no_opinion_is_issued_before_the_form_is_decided_or_twice(
    stage: Stage, front: Actor, registered: Registered, decided: Callable[..., str], opinion: Opinion
) -> None:
    with pytest.raises(WrongStep):
        stage.act(opinion(registered().draft_id), by=front)
    draft_id = decided()
    stage.act(opinion(draft_id), by=front)
    with pytest.raises(WrongStep):
        stage.act(opinion(draft_id, doc_number="13/PB-MTTQ-BTT"), by=front)


def test_a_number_is_used_once_a_year(
    stage: Stage, front: Actor, decided: Callable[..., str], opinion: Opinion
) -> None:
    stage.act(opinion(decided()), by=front)
    second = decided()
    with pytest.raises(InvalidField) as refused:
        stage.act(opinion(second), by=front)
    assert [(each.field, each.rule) for each in refused.value.fields] == [("doc_number", "once-a-year")]
    assert stage.act(opinion(second, occurred_on=date(2018, 1, 5)), by=front).critique_id
