"""Whom a plan awaits at each step of its life, and what each side is offered."""

from collections.abc import Callable
from datetime import date

from shared.authority import Actor
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from supervision.plans.messages import AgreePlan, PlanStanding, ResolveOverlap, StateView

DAY = date(2017, 7, 3)
CONSULTED = ["ubnd-tinh", "hlhpn-tinh", "vp-dp-ntm", "hdnd-tinh"]
Proposed = Callable[..., PlanStanding]
Heard = Callable[..., None]


def overlap(plan_id: str) -> StateView:
    return StateView(
        plan_id=plan_id,
        view="overlap",
        overlapping=["GS-GN"],
        remark="Thanh tra Sở cũng kiểm tra",
        occurred_on=DAY,
    )


def agree(plan_id: str) -> AgreePlan:
    return AgreePlan(plan_id=plan_id, doc_number="18/KH-MTTQ-BTT", occurred_on=DAY)


def awaited(stage: Stage, body: str) -> list[str]:
    """Return what awaits a body of the province, in order."""
    return [task.step for task in stage.ask(TaskList(), by=actor(body), on=DAY).items]


def test_whoever_is_consulted_has_a_task_until_it_has_stated_its_view(
    stage: Stage, proposed: Proposed, heard: Heard
) -> None:
    plan_id = proposed().plan_id
    assert [awaited(stage, body) for body in CONSULTED] == [["state_view"]] * 4
    heard(plan_id, ["ubnd-tinh"])
    assert [awaited(stage, body) for body in CONSULTED] == [[], *[["state_view"]] * 3]
    assert awaited(stage, "btt-mttq-tinh") == []


def test_the_chair_is_called_to_resolve_each_overlap_and_then_to_agree(
    stage: Stage, front: Actor, proposed: Proposed, heard: Heard
) -> None:
    plan_id = proposed().plan_id
    heard(plan_id, CONSULTED[2:])
    for body in CONSULTED[:2]:
        stage.act(overlap(plan_id), by=actor(body))
    assert awaited(stage, "btt-mttq-tinh") == ["resolve_overlap"]
    for left, body in ((["resolve_overlap"], "ubnd-tinh"), (["agree"], "hlhpn-tinh")):
        resolve = ResolveOverlap(plan_id=plan_id, consulted_body=body, note="Một đoàn", occurred_on=DAY)
        stage.act(resolve, by=front)
        assert awaited(stage, "btt-mttq-tinh") == left
    heard(plan_id, ["hdnd-tinh"])
    assert awaited(stage, "btt-mttq-tinh") == ["agree"]
    stage.act(agree(plan_id), by=front)
    assert awaited(stage, "btt-mttq-tinh") == []


def next_of(stage: Stage, plan_id: str, body: str) -> list[str]:
    """Return the commands that a body of the province may give now with a plan."""
    asked = NextSteps(subject_id=plan_id)
    return [each.command for each in stage.ask(asked, by=actor(body), on=DAY).items]


def test_each_side_is_offered_its_own_steps(
    stage: Stage, front: Actor, proposed: Proposed, heard: Heard
) -> None:
    plan_id = proposed().plan_id
    assert next_of(stage, plan_id, "ubnd-tinh") == ["state_view"]
    assert next_of(stage, plan_id, "hnd-tinh") == []
    assert next_of(stage, plan_id, "btt-mttq-tinh") == ["resolve_overlap", "agree_plan"]
    heard(plan_id)
    stage.act(agree(plan_id), by=front)
    assert next_of(stage, plan_id, "hlhpn-tinh") == ["send_recommendation"]
    assert next_of(stage, plan_id, "ubnd-tinh") == []
