"""Every state from which an object must go on awaits somebody, or stands here with the reason why not."""

from importlib import import_module
from pathlib import Path

import pytest

from shared.domain.lifecycle import Lifecycle

SERVICES = sorted(path.parent.name for path in Path(__file__).parents[2].glob("services/*/src/*/service.py"))
LIFECYCLES: dict[str, Lifecycle] = {
    each.lifecycle.name: each.lifecycle
    for name in SERVICES
    for each in import_module(f"{name}.service").service.subjects
}
IT_MAY_STAND = "it may stand so for good; whoever takes it back does so of their own accord"
ENDED = "it is over; whoever ended it may re-open it of their own accord"
WITHOUT_TASK = {
    "assignment:done": ENDED,
    "drive:closed": ENDED,
    "consultation:concluded": ENDED,
    "recommendation:answered": ENDED,
    "duty_standing:done": ENDED,
    "area_meeting:awaited": "it is called, and then awaited, once the scoring of its households is closed",
    "area_meeting:witnessed": "the meeting is done; only a review that is returned undoes it",
    "pledge:fulfilled": "the pledge is kept; only a receipt that is reversed undoes it",
    "household_import:received": "the service works through the list by itself",
    "donation:posted": IT_MAY_STAND,
    "media_item:published": IT_MAY_STAND,
    "practice:published": IT_MAY_STAND,
    "title:recognised": IT_MAY_STAND,
    "pilot_model:not_effective": IT_MAY_STAND,
    "pilot_model:recognised": "to carry a model elsewhere is a free act of whoever leads it there",
    "pilot_model:replicated": "to carry a model elsewhere is a free act of whoever leads it there",
    "model_member:invited": "the answer is awaited as a task of the model, which the invited body knows",
    "title:area_reviewed": "the meeting awaits one dossier for all titles that it passed",
    "draft:opinion_document_issued": "the answer is awaited as a task of the opinion document",
}


def left(lifecycle: Lifecycle) -> set[str]:
    """The states from which a step leads to another."""
    return {
        source
        for step in lifecycle.steps.values()
        for source in step.sources
        if step.to and step.to != source
    }


def silent(lifecycle: Lifecycle) -> set[str]:
    """The states that some step leads to without saying whom it awaits."""
    entering = [step for step in lifecycle.steps.values() if step.to and not step.awaits]
    return {str(step.to) for step in entering if set(step.sources) != {step.to}}


@pytest.mark.parametrize("lifecycle", LIFECYCLES.values(), ids=list(LIFECYCLES))
def test_every_state_that_is_left_awaits_somebody(lifecycle: Lifecycle) -> None:
    found = {lifecycle.rule(state) for state in left(lifecycle) & silent(lifecycle)}
    named = {each for each in WITHOUT_TASK if each.startswith(f"{lifecycle.name}:")}
    assert found == named


def test_every_reason_is_of_a_state_that_exists() -> None:
    known = {each.rule(state) for each in LIFECYCLES.values() for state in each.states}
    assert known >= WITHOUT_TASK.keys()
