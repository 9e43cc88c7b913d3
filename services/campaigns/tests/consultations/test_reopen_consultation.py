"""A concluded consultation is opened again by its chair, and concluded by other minutes; all is synthetic."""

from collections.abc import Callable

import pytest

from campaigns.consultations.messages import ConcludeConsultation, ConsultationById, ReopenConsultation
from contracts.errors import NotAllowed, WrongStep
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

Consulted = Callable[..., str]
WHY = "Bổ sung ý kiến của Hội Nông dân (giả lập)"


def reopening(consultation_id: str) -> ReopenConsultation:
    return ReopenConsultation(consultation_id=consultation_id, reason=WHY)


def test_its_chair_reopens_it_with_the_reason_and_concludes_it_anew(
    stage: Stage, consulted: Consulted, board: Actor
) -> None:
    consultation_id = consulted()
    assert stage.act(reopening(consultation_id), by=board).state == "held"
    told = stage.envelopes[-1]
    assert (told.type, told.duty_ids) == ("campaigns.consultation_reopened.v1", ())
    shown = stage.ask(ConsultationById(consultation_id=consultation_id), by=board)
    assert (shown.minutes_ref, shown.concluded_on) == ("01/BB-HT", None)
    [task] = stage.ask(TaskList(), by=board).items
    assert (task.subject_id, task.step) == (consultation_id, "conclude")
    stage.act(ConcludeConsultation(consultation_id=consultation_id, minutes_ref="02/BB-HT"), by=board)
    items = stage.ask(HistoryOf(subject_id=consultation_id), by=board).items
    assert [(each.step, each.reason) for each in items][1:] == [
        ("conclude", None),
        ("reopen", WHY),
        ("conclude", None),
    ]


def test_nothing_is_proposed_on_it_until_the_next_minutes(
    stage: Stage, consulted: Consulted, proposed: Callable[..., str], board: Actor
) -> None:
    consultation_id = consulted()
    assert proposed(consultation_id=consultation_id)
    stage.act(reopening(consultation_id), by=board)
    with pytest.raises(WrongStep) as refused:
        proposed(consultation_id=consultation_id)
    assert refused.value.rule == "consultation:propose_assignment"


@pytest.mark.parametrize(
    ("who", "rule"),
    [("so-ldtbxh", "side:front"), ("ub-mttq-tinh", "chair-only"), ("hlhpn-tinh", "function:front-standing")],
)
def test_nobody_else_reopens_it(stage: Stage, consulted: Consulted, who: str, rule: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(reopening(consulted()), by=actor(who))
    assert (refused.value.rule or "").startswith(rule)


def test_an_open_one_is_not_reopened(stage: Stage, consulted: Consulted, board: Actor) -> None:
    consultation_id = consulted()
    stage.act(reopening(consultation_id), by=board)
    with pytest.raises(WrongStep) as refused:
        stage.act(reopening(consultation_id), by=board)
    assert refused.value.rule == "consultation:reopen"
