from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.campaigns.events import GuidanceIssued
from contracts.errors import InvalidField, NotAllowed, Refusal, WrongStep
from contracts.reference import Agency, agencies, deadline
from contracts.supervision.commands import (
    AcknowledgeRecommendation,
    AgreePlan,
    AnswerRecommendation,
    PlanStanding,
    ProposePlan,
    RecommendationStanding,
    SendRecommendation,
    StateView,
)
from contracts.supervision.queries import DocumentList, RecommendationById, RecommendationList
from shared.authority import Actor
from shared.testing import Stage, actor
from supervision.domain.recommendation import STEPS, Recommendation
from supervision.service import service
from supervision.store.store import SupervisionStore

S = Stage[SupervisionStore]
SENT = date(2017, 9, 1)
Agreed = Callable[..., str]
Recommended = Callable[..., SendRecommendation]
Proposed = Callable[..., PlanStanding]


def acknowledge(sent: RecommendationStanding, on: date = SENT) -> AcknowledgeRecommendation:
    return AcknowledgeRecommendation(recommendation_id=sent.recommendation_id, occurred_on=on)


def answer(sent: RecommendationStanding, on: date = SENT, **changes: object) -> AnswerRecommendation:
    fields: dict[str, object] = {
        "recommendation_id": sent.recommendation_id,
        "outcome": "accepted",
        "doc_number": "45/SLĐ",
        "occurred_on": on,
    }
    return AnswerRecommendation.model_validate(fields | changes)


def test_the_anonymous_send_acknowledge_and_answer_nothing(
    stage: S, sent: RecommendationStanding, recommended: Recommended
) -> None:
    for command in (recommended("pln_x"), acknowledge(sent), answer(sent)):
        with pytest.raises(NotAllowed):
            stage.act(command, by=None)


def test_the_due_day_comes_from_the_rule_table_and_is_explained(sent: RecommendationStanding) -> None:
    assert sent.answer_due.due_on == deadline("sup.answer_due", SENT).due == SENT + timedelta(days=20)
    assert "sup.answer_due" in sent.answer_due.explanation_vi
    assert "2017-09-21" in sent.answer_due.explanation_en


@pytest.mark.parametrize("who", ["so-ldtbxh", "ubnd-tinh", "hdnd-tinh"])
def test_the_supervised_side_recommends_nothing(
    stage: S, agreed: Agreed, recommended: Recommended, who: str
) -> None:
    with pytest.raises(NotAllowed):
        stage.act(recommended(agreed()), by=actor(who))


def test_a_member_of_the_level_may_recommend(stage: S, agreed: Agreed, recommended: Recommended) -> None:
    assert stage.act(recommended(agreed()), by=actor("hlhpn-tinh")).state == "sent"


def test_another_level_may_not(stage: S, agreed: Agreed, recommended: Recommended) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(recommended(agreed()), by=actor("ub-mttq-xa", "05431"))
    assert refused.value.rule == "same-level"


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"topic": "GS-DT-1"}, "topic", "topic-of-the-plan"),
        ({"addressee": "ubnd-xa/05431"}, "addressee", "state-body-of-the-level"),
        ({"addressee": "hlhpn-tinh"}, "addressee", "state-body-of-the-level"),
        ({"addressee": "so-khong"}, "addressee", "in-force"),
    ],
)
def test_what_breaks_a_rule_is_named(
    stage: S,
    front: Actor,
    agreed: Agreed,
    recommended: Recommended,
    changes: dict[str, object],
    field: str,
    rule: str,
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(recommended(agreed(), **changes), by=front)
    assert [(each.field, each.rule) for each in refused.value.fields] == [(field, rule)]


def test_a_number_is_used_once_a_year(
    stage: S, front: Actor, sent: RecommendationStanding, recommended: Recommended
) -> None:
    detail = stage.ask(RecommendationById(recommendation_id=sent.recommendation_id), by=front)
    with pytest.raises(InvalidField) as refused:
        stage.act(recommended(detail.plan_id), by=front)
    assert refused.value.rule == "once-a-year"


def test_nothing_is_recommended_before_the_plan_is_agreed(
    stage: S, front: Actor, proposed: Proposed, recommended: Recommended
) -> None:
    with pytest.raises(WrongStep):
        stage.act(recommended(proposed().plan_id), by=front)


def test_the_addressee_acknowledges_and_answers_in_time(
    stage: S, supervised: Actor, sent: RecommendationStanding
) -> None:
    stage.act(acknowledge(sent), by=supervised)
    assert stage.act(answer(sent, on=sent.answer_due.due_on), by=supervised).state == "answered"
    told = stage.envelopes[-1]
    assert (told.type, told.data["on_time"]) == ("supervision.recommendation_answered.v1", True)


def test_a_late_answer_is_taken_and_told_as_late(
    stage: S, supervised: Actor, sent: RecommendationStanding
) -> None:
    stage.act(acknowledge(sent), by=supervised)
    late = sent.answer_due.due_on + timedelta(days=1)
    overdue = RecommendationList(overdue_as_of=late)
    assert len(stage.ask(overdue).items) == 1
    stage.act(answer(sent, on=late, outcome="rejected", reason="Ngoài thẩm quyền"), by=supervised)
    assert stage.envelopes[-1].data["on_time"] is False
    assert "Ngoài thẩm quyền" not in str(stage.envelopes[-1].data)
    assert stage.ask(overdue).items == []


@pytest.mark.parametrize("who", ["so-tc", "btt-mttq-tinh", "ubnd-tinh"])
def test_nobody_else_answers(stage: S, sent: RecommendationStanding, who: str) -> None:
    for command in (acknowledge(sent), answer(sent)):
        with pytest.raises(NotAllowed):
            stage.act(command, by=actor(who))


@pytest.mark.parametrize("outcome", ["partly", "rejected"])
def test_what_is_not_accepted_needs_a_reason(
    stage: S, supervised: Actor, sent: RecommendationStanding, outcome: str
) -> None:
    stage.act(acknowledge(sent), by=supervised)
    with pytest.raises(InvalidField) as refused:
        stage.act(answer(sent, outcome=outcome), by=supervised)
    assert refused.value.rule == "required-unless-accepted"


def test_the_public_sees_days_and_the_parties_the_text(
    stage: S, front: Actor, sent: RecommendationStanding
) -> None:
    [row] = stage.ask(RecommendationList(unit_code="19", year=2017, addressee="so-ldtbxh")).items
    assert (row.topic, row.due_on) == ("GS-GN", sent.answer_due.due_on)
    assert not hasattr(row, "text")
    whole = RecommendationById(recommendation_id=sent.recommendation_id)
    assert stage.ask(whole, by=front).text.startswith("Niêm yết")
    with pytest.raises(NotAllowed):
        stage.ask(whole, by=actor("so-tc"))


def test_an_issued_guidance_can_be_supervised_and_is_known_once(stage: S) -> None:
    issued = GuidanceIssued(
        guidance_id="gui_1",
        kind="scheme",
        doc_number="12/ĐA-SNN",
        title="Đề án phát triển chè (giả lập)",
        issuer_org="so-nnptnt",
        audience_levels=["H", "X"],
        copies=None,
        effective_on=date(2017, 7, 1),
        replaces_id=None,
        movement_code=None,
        unit_code="19",
    )
    stage.hear(issued)
    stage.hear(issued)
    [known] = stage.ask(DocumentList(issuer="so-nnptnt", year=2017, unit_code="19")).items
    assert known.doc_number == "12/ĐA-SNN"


STEP = st.sampled_from(["acknowledge", "answer"])


@given(st.lists(STEP, max_size=6))
def test_the_machine_takes_only_the_steps_of_its_table(steps: list[str]) -> None:
    sent = Recommendation(
        id="rec_1", plan_id="pln_1", topic="GS-GN", level="T", unit_code="19", unit_path="/19/",
        sender_org="btt-mttq-tinh", addressee_org="so-ldtbxh", doc_number="1", text="x", legal_basis=["x"],
        sent_on=SENT, due_on=SENT, deadline={}, recorded_at=None,  # type: ignore[arg-type]
    )  # fmt: skip
    for step in steps:
        before = sent.state
        try:
            if step == "acknowledge":
                sent.acknowledge("so-ldtbxh", SENT)
            else:
                sent.answer("so-ldtbxh", "accepted", None, "2", SENT)
        except WrongStep:
            assert (before, step) not in STEPS
            assert sent.state == before
        else:
            assert sent.state == STEPS[before, step]


@given(st.sampled_from(agencies().all(SENT)))
def test_whoever_sends_is_of_the_front_and_of_the_plans_own_level(agency: Agency) -> None:
    unit = {"H": "164", "X": "05431", "K": "05431-K001"}.get(agency.level, "19")
    assert _may_send(actor(agency.code, unit)) == (agency.code in SENDERS)


SENDERS = {
    "btt-mttq-tinh",
    "ub-mttq-tinh",
    "ldld-tinh",
    "hnd-tinh",
    "hlhpn-tinh",
    "hccb-tinh",
    "dtn-tinh",
}


def _may_send(who: Actor) -> bool:
    stage: S = Stage(service)
    front, topic = actor("btt-mttq-tinh"), {"topic": "GS-GN", "form": "joined", "target_orgs": ["so-tc"]}
    plan = ProposePlan.model_validate(
        {"year": 2017, "unit_code": "19", "topics": [topic], "consulted": ["ubnd-tinh"]}
    )
    plan_id = stage.act(plan, by=front).plan_id
    stage.act(StateView(plan_id=plan_id, view="agreed"), by=actor("ubnd-tinh"))
    stage.act(AgreePlan(plan_id=plan_id, doc_number="1"), by=front)
    try:
        stage.act(
            SendRecommendation(
                plan_id=plan_id, topic="GS-GN", addressee="so-tc", doc_number="2", text="x", legal_basis=["x"]
            ),
            by=who,
        )
    except Refusal:
        return False
    return True
