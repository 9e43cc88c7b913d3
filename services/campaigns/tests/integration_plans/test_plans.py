from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.guidance.domain.guidance import NumberTaken
from campaigns.guidance.messages import GuidanceById, WithdrawGuidance
from campaigns.integration_plans.domain.plan import LIFECYCLE, Plan
from campaigns.integration_plans.messages import (
    AdviseIntegration,
    ApproveIntegration,
    IntegrationActivities,
    IntegrationPlanById,
    IntegrationPlanList,
    ReturnIntegration,
    ReviseIntegration,
)
from contracts.errors import InvalidField, NotAllowed, WrongStep
from shared.authority import Actor
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

SIGNED = date(2017, 6, 16)
COMMITTEE, FARMING = actor("ubnd-tinh"), actor("so-nnptnt")
BOARD, CULTURE = actor("btt-mttq-tinh"), actor("so-vhttdl")


def activity(**more: object) -> dict[str, object]:
    return {
        "title": "Chỉnh trang đường làng, ngõ xóm (giả lập)",
        "content_codes": ["ND1", "ND2"],
        "unit_code": "05467-K001",
        "lead_body": "ub-mttq-xa/05467",
        "coordinating_bodies": ["ubnd-xa/05467", "so-nnptnt"],
        "start_on": date(2017, 7, 1),
        "end_on": date(2017, 9, 30),
        **more,
    }


def plan(movement: str = "PT-NTM", **more: object) -> AdviseIntegration:
    fields: dict[str, object] = {
        "movement_code": movement,
        "title": "Kế hoạch lồng ghép phong trào (giả lập)",
        "unit_code": "19",
        "start_on": date(2017, 7, 1),
        "end_on": date(2018, 6, 30),
        "activities": [activity()],
    }
    return AdviseIntegration.model_validate(fields | more)


def approval(plan_id: str, doc_number: str = "88/KH-UBND", **more: object) -> ApproveIntegration:
    fields = {"plan_id": plan_id, "doc_number": doc_number, "audience_levels": ["H", "X"]}
    return ApproveIntegration.model_validate({**fields, "effective_on": date(2017, 7, 1), **more})


def advised(stage: Stage, **more: object) -> str:
    return str(stage.act(plan(**more), by=FARMING).plan_id)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "order",
    [
        plan(),
        approval("ipl_1"),
        ReturnIntegration(plan_id="ipl_1", reason="Lý do"),
        ReviseIntegration.model_validate({"plan_id": "ipl_1", "activities": [activity()]}),
    ],
    ids=lambda order: order.wire_name(),
)
def test_no_anonymous_caller_has_a_part_in_it(stage: Stage, order: Any) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(order, by=None)


@pytest.mark.parametrize(
    ("agency", "unit"), [("btt-mttq-tinh", "19"), ("ubnd-tinh", "19"), ("ubnd-xa", "05467"), ("so-tc", "19")]
)
def test_only_the_agencies_named_advise(stage: Stage, agency: str, unit: str) -> None:
    with pytest.raises(NotAllowed):
        stage.act(plan(), by=actor(agency, unit))


@pytest.mark.parametrize(
    ("agency", "movement", "duty"),
    [
        ("so-nnptnt", "PT-NTM", "II.1b-a"),
        ("vp-dp-ntm", "PT-NTM", "II.1b-a"),
        ("so-vhttdl", "PT-VH", "II.1b-b"),
        ("ca-tinh", "PT-AN", "II.1b-c"),
        ("so-ldtbxh", "PT-VNN", "II.1b-d"),
        ("so-nv", "PT-VNN", "II.1b-d"),
    ],
)
def test_what_they_advise_is_directed_by_the_committee(
    stage: Stage, agency: str, movement: str, duty: str
) -> None:
    plan_id = stage.act(plan(movement), by=actor(agency)).plan_id
    assert stage.events == []
    done = stage.act(approval(plan_id), by=COMMITTEE)
    [envelope] = stage.envelopes
    assert (envelope.type, envelope.agency) == ("campaigns.guidance_issued.v1", "ubnd-tinh")
    assert envelope.duty_ids == (duty,)
    document = stage.ask(GuidanceById(guidance_id=done.guidance_id))
    assert (document.kind, document.movement_code, document.coordinating_bodies) == (
        "integration",
        movement,
        [agency],
    )
    assert document.content.tasks[0].content_codes == ["ND1", "ND2"]


@pytest.mark.parametrize("agency", ["so-nnptnt", "btt-mttq-tinh", "ub-mttq-tinh"])
def test_nobody_else_directs(stage: Stage, agency: str) -> None:
    plan_id = advised(stage)
    with pytest.raises(NotAllowed):
        stage.act(approval(plan_id), by=actor(agency))


def test_a_quality_plan_of_culture_is_joined_by_the_front(stage: Stage) -> None:
    order = plan("PT-VH", purpose="quality")
    plan_id = stage.act(order, by=actor("so-vhttdl")).plan_id
    with pytest.raises(NotAllowed) as refused:
        stage.act(approval(plan_id), by=COMMITTEE)
    assert refused.value.rule == "decided-by:front-standing"
    done = stage.act(approval(plan_id), by=actor("btt-mttq-tinh"))
    assert stage.envelopes[-1].duty_ids == ("III.1.5-a",)
    document = stage.ask(GuidanceById(guidance_id=done.guidance_id))
    assert (document.issuing_body, document.coordinating_bodies) == ("so-vhttdl", ["btt-mttq-tinh"])


@pytest.mark.parametrize(("agency", "movement"), [("so-vhttdl", "PT-AN"), ("ca-tinh", "PT-VH")])
def test_there_is_no_other_quality_plan(stage: Stage, agency: str, movement: str) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(plan(movement, purpose="quality"), by=actor(agency))
    assert refused.value.rule == "quality-of-culture"


@pytest.mark.parametrize(
    ("more", "field", "rule"),
    [
        ({"unit_code": "99999"}, "unit_code", "within-the-plan"),
        ({"end_on": date(2018, 7, 1)}, "start_on", "within-the-period"),
        ({"end_on": date(2017, 6, 30)}, "end_on", "not-before-start"),
        ({"lead_body": "ub-mttq-xa/05431"}, "lead_body", "leads-in-own-unit"),
        ({"coordinating_bodies": ["ub-mttq-xa/05467"]}, "coordinating_bodies", "distinct"),
        ({"coordinating_bodies": ["khong-co"]}, "coordinating_bodies.0", "agency-in-force"),
    ],
)
def test_a_wrong_activity_names_its_field(
    stage: Stage, more: dict[str, object], field: str, rule: str
) -> None:
    order = plan(activities=[activity(), activity(**more)])
    with pytest.raises(InvalidField) as refused:
        stage.act(order, by=FARMING)
    assert (refused.value.fields[0].field, refused.value.rule) == (f"activities.1.{field}", rule)


def test_a_returned_plan_is_revised_by_those_who_drew_it_up(stage: Stage) -> None:
    plan_id = advised(stage)
    stage.act(ReturnIntegration(plan_id=plan_id, reason="Bổ sung khu dân cư"), by=COMMITTEE)
    with pytest.raises(WrongStep) as wrong:
        stage.act(approval(plan_id), by=COMMITTEE)
    assert wrong.value.rule == "integration_plan:approve"
    changed = {"plan_id": plan_id, "activities": [activity(unit_code="05467"), activity()]}
    order = ReviseIntegration.model_validate(changed)
    with pytest.raises(NotAllowed) as refused:
        stage.act(order, by=actor("so-nv"))
    assert refused.value.rule == "adviser-only"
    stage.act(order, by=FARMING)
    shown = stage.ask(IntegrationPlanById(plan_id=plan_id), by=FARMING)
    assert (shown.state, [each.unit_code for each in shown.activities]) == (
        "advised",
        ["05467", "05467-K001"],
    )


def test_a_number_is_unique_to_the_committee(stage: Stage) -> None:
    stage.act(approval(advised(stage)), by=COMMITTEE)
    with pytest.raises(NumberTaken):
        stage.act(approval(advised(stage)), by=COMMITTEE)


def test_activities_in_force_are_found_by_area_year_and_movement(stage: Stage) -> None:
    plan_id = advised(stage)

    def found(**filters: object) -> list[str]:
        items = stage.ask(IntegrationActivities.model_validate(filters)).items
        return [each.unit_code for each in items]

    assert found() == []
    guidance_id = stage.act(approval(plan_id), by=COMMITTEE).guidance_id
    for hit in (
        {"unit": "05467-K001"},
        {"unit": "164"},
        {"year": 2017},
        {"movement_code": "PT-NTM"},
    ):
        assert found(**hit) == ["05467-K001"]
    for miss in ({"unit": "05431"}, {"year": 2018}, {"movement_code": "PT-AN"}):
        assert found(**miss) == []
    order = WithdrawGuidance(guidance_id=guidance_id, decision_no="09/QĐ", reason="Thay đổi chủ trương")
    stage.act(order, by=COMMITTEE)
    assert found() == []


def test_plans_are_found_by_state_and_year(stage: Stage) -> None:
    first, second = advised(stage), advised(stage)
    stage.act(approval(first), by=COMMITTEE)

    def found(**filters: object) -> list[str]:
        asked = IntegrationPlanList.model_validate(filters)
        return [each.plan_id for each in stage.ask(asked, by=FARMING).items]

    assert found(unit="19", year=2018) == [first, second]
    assert found(state="approved", movement_code="PT-NTM", advising_body="so-nnptnt") == [first]
    assert found(year=2019) == []


def test_what_is_laid_before_a_body_is_its_task_and_comes_back_when_returned(stage: Stage) -> None:
    plan_id, quality = advised(stage), stage.act(plan("PT-VH", purpose="quality"), by=CULTURE).plan_id

    def awaited(by: Actor) -> list[tuple[str, str]]:
        tasks = stage.ask(TaskList(), by=by, on=SIGNED).items
        return [(each.subject_id, each.step) for each in tasks if each.subject_kind == "integration_plan"]

    def possible(subject_id: str, by: Actor) -> list[str]:
        items = stage.ask(NextSteps(subject_id=subject_id), by=by, on=SIGNED).items
        return [each.command for each in items]

    assert (awaited(COMMITTEE), awaited(BOARD)) == ([(plan_id, "approve")], [(quality, "approve")])
    assert possible(plan_id, COMMITTEE) == ["approve_integration", "return_integration"]
    assert possible(plan_id, BOARD) == possible(plan_id, FARMING) == []
    stage.act(ReturnIntegration(plan_id=plan_id, reason="Bổ sung"), by=COMMITTEE)
    assert (awaited(COMMITTEE), awaited(FARMING)) == ([], [(plan_id, "revise")])
    assert (possible(plan_id, FARMING), possible(plan_id, CULTURE)) == (["revise_integration"], [])
    stage.act(approval(quality), by=BOARD)
    assert awaited(BOARD) == awaited(CULTURE) == []


TRIES = st.sampled_from(["approve", "return", "revise"])


def advised_plan() -> Plan:
    return Plan(
        id="ipl_1",
        movement_code="PT-NTM",
        purpose="integration",
        title="Kế hoạch (giả lập)",
        unit_code="19",
        path="/19/",
        start_on=SIGNED,
        end_on=SIGNED,
        advising_body="so-nnptnt",
        advised_on=SIGNED,
        recorded_at=datetime(2017, 6, 16, tzinfo=UTC),
    )


def take(at: Plan, step: str) -> None:
    acts = {
        "approve": lambda: at.approve("ubnd-tinh", SIGNED, "gui_1"),
        "return": lambda: at.return_("ubnd-tinh", SIGNED, "Lý do"),
        "revise": lambda: at.revise(SIGNED),
    }
    acts[step]()


@given(st.lists(TRIES, max_size=15))
def test_a_plan_steps_as_its_lifecycle_says(tries: list[str]) -> None:
    at = advised_plan()
    for step in tries:
        before, known = at.state, LIFECYCLE.steps[step]
        if before in known.sources:
            take(at, step)
            assert at.state == known.to
        else:
            with pytest.raises(WrongStep):
                take(at, step)
            assert at.state == before
        assert (at.guidance_id is not None) == (at.state == "approved")


@pytest.mark.parametrize("step", ["approve", "return"])
@pytest.mark.parametrize("agency", ["so-nnptnt", "btt-mttq-tinh"])
def test_each_party_has_its_own_part(stage: Stage, step: str, agency: str) -> None:
    plan_id = advised(stage)
    orders = {"approve": approval(plan_id), "return": ReturnIntegration(plan_id=plan_id, reason="Lý do")}
    with pytest.raises(NotAllowed):
        stage.act(orders[step], by=actor(agency))
