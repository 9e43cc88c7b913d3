"""Whom a draft awaits at each step of its life, and what each side is offered."""

from collections.abc import Callable
from datetime import date, timedelta

from critique.drafts.messages import CompleteDossier, DecideForm, DraftStanding, ReturnDraft
from critique.opinions.messages import AnswerOpinion, IssueOpinion, OpinionStanding
from shared.authority import Actor
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList, TaskRecord
from shared.testing import Stage, actor

Registered = Callable[..., DraftStanding]
Provide = Callable[..., list[dict[str, str]]]
DAY, LATER = date(2017, 7, 3), date(2017, 7, 4)


def open_tasks(stage: Stage, by: Actor) -> list[TaskRecord]:
    """Return what awaits a body, in order."""
    return list(stage.ask(TaskList(), by=by, on=LATER).items)


def awaited(stage: Stage, by: Actor) -> list[str]:
    """Return the steps that await a body, in order."""
    return [task.step for task in open_tasks(stage, by)]


def completing(draft_id: str, conditions: list[dict[str, str]]) -> CompleteDossier:
    """Give what provides conditions of a dossier."""
    wanted = {"draft_id": draft_id, "conditions": conditions, "occurred_on": LATER}
    return CompleteDossier.model_validate(wanted)


def test_an_incomplete_dossier_awaits_its_drafter_and_the_form_the_front(
    stage: Stage, drafter: Actor, front: Actor, registered: Registered, provide: Provide
) -> None:
    draft_id = registered(conditions=provide("documents")).draft_id
    assert (awaited(stage, drafter), awaited(stage, front)) == (["complete_dossier"], ["decide_form"])
    stage.act(completing(draft_id, provide("time")), by=drafter)
    assert awaited(stage, drafter) == ["complete_dossier"]
    stage.act(completing(draft_id, provide("people", "money")), by=drafter)
    assert (awaited(stage, drafter), awaited(stage, front)) == ([], ["decide_form"])


def test_a_returned_draft_awaits_its_drafter_alone(
    stage: Stage, drafter: Actor, front: Actor, registered: Registered, provide: Provide
) -> None:
    draft_id = registered().draft_id
    returning = ReturnDraft(draft_id=draft_id, lacking=["money"], reason="Chưa bố trí", occurred_on=LATER)
    stage.act(returning, by=front)
    assert (awaited(stage, drafter), awaited(stage, front)) == (["resubmit"], [])
    stage.act(completing(draft_id, provide("money")), by=drafter)
    assert (awaited(stage, drafter), awaited(stage, front)) == ([], ["decide_form"])


def test_a_commune_draft_awaits_the_front_of_the_commune(stage: Stage, registered: Registered) -> None:
    registered(by=actor("ubnd-xa", "05467"), unit_code="05467", kind="plan")
    assert awaited(stage, actor("ub-mttq-xa", "05467")) == ["decide_form"]
    assert awaited(stage, actor("ub-mttq-xa", "05431")) == []
    assert awaited(stage, actor("btt-mttq-tinh")) == []


def test_the_opinion_awaits_the_chair_by_the_day_of_the_session(
    stage: Stage, front: Actor, registered: Registered, decision: Callable[..., DecideForm]
) -> None:
    draft_id = registered().draft_id
    stage.act(decision(draft_id, chair_body="hlhpn-tinh"), by=front)
    assert awaited(stage, front) == []
    [task] = open_tasks(stage, actor("hlhpn-tinh"))
    assert (task.step, task.due_on) == ("issue_opinion", date(2017, 7, 20))


def test_the_answer_is_due_by_the_rule_and_then_the_text_is_awaited(
    stage: Stage, drafter: Actor, issued: OpinionStanding, answered: Callable[..., AnswerOpinion]
) -> None:
    due = issued.answer_due.due_on
    [task] = open_tasks(stage, drafter)
    assert (task.subject_id, task.step) == (issued.critique_id, "answer")
    assert (task.due_on, task.rule) == (due, "crit.answer_due")
    assert stage.ask(TaskList(state="late"), by=drafter, on=due).items == []
    assert len(stage.ask(TaskList(state="late"), by=drafter, on=due + timedelta(days=1)).items) == 1
    stage.act(answered(issued.critique_id), by=drafter)
    assert awaited(stage, drafter) == ["promulgate"]


def offered(stage: Stage, subject_id: str, by: Actor) -> dict[str, str]:
    """Return the commands that a body may give now with an object, and where."""
    items = stage.ask(NextSteps(subject_id=subject_id), by=by, on=LATER).items
    return {each.command: each.address for each in items}


def test_each_side_is_offered_its_own_steps(
    stage: Stage,
    drafter: Actor,
    front: Actor,
    registered: Registered,
    decision: Callable[..., DecideForm],
    opinion: Callable[..., IssueOpinion],
) -> None:
    draft_id = registered().draft_id
    assert list(offered(stage, draft_id, drafter)) == ["complete_dossier"]
    assert list(offered(stage, draft_id, front)) == ["return_draft", "decide_form"]
    assert offered(stage, draft_id, actor("so-vhttdl")) == {}
    stage.act(decision(draft_id), by=front)
    assert list(offered(stage, draft_id, front)) == ["issue_opinion"]
    issued = stage.act(opinion(draft_id), by=front)
    address = f"/v1/critique/opinions/{issued.critique_id}/answer"
    assert offered(stage, issued.critique_id, drafter) == {"answer_opinion": address}
    assert list(offered(stage, issued.critique_id, front)) == ["extend_response"]
