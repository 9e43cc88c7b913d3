from collections.abc import Callable
from datetime import date

import pytest
from pydantic import ValidationError

from campaigns.consultations.messages import (
    ConcludeConsultation,
    ConsultationById,
    ConsultationList,
    HoldConsultation,
)
from contracts.errors import DayBeforeLastStep, InvalidField, NotAllowed, NotFound, WrongStep
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Launched = Callable[..., str]
Consulted = Callable[..., str]


def holding(campaign_id: str, *participants: str) -> HoldConsultation:
    members = list(participants) or ["hlhpn-tinh"]
    return HoldConsultation(campaign_id=campaign_id, topics=["Nội dung 1"], participant_bodies=members)


def test_no_anonymous_caller_holds_one(stage: Stage, launched: Launched) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(holding(launched()), by=None)


def test_no_state_body_holds_one(stage: Stage, launched: Launched) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(holding(launched()), by=actor("ubnd-tinh"))
    assert refused.value.rule == "side:front"


def test_no_other_unit_consults_about_a_campaign(stage: Stage, launched: Launched) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(holding(launched()), by=actor("ub-mttq-xa", "05467"))
    assert refused.value.rule == "own-unit:campaign"


def test_an_unknown_campaign_is_not_found(stage: Stage, board: Actor) -> None:
    with pytest.raises(NotFound):
        stage.act(holding("cmp_none"), by=board)


@pytest.mark.parametrize(
    ("participant", "rule"),
    [
        ("so-ldtbxh", "front-member"),
        ("hnd-xa/05467", "same-level"),
        ("hnd-xa", "one-per-unit"),
        ("hlhpn-tinh/19", "one-per-unit"),
        ("hnd-xa/19", "one-per-unit"),
        ("hnd-xa/99999", "unit-in-force"),
        ("khong-co", "agency-in-force"),
    ],
)
def test_only_members_of_the_same_level_consult(
    stage: Stage, launched: Launched, board: Actor, participant: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(holding(launched(), "hlhpn-tinh", participant), by=board)
    assert (refused.value.fields[0].field, refused.value.rule) == ("participant_bodies.1", rule)


def test_no_participant_is_named_twice(stage: Stage, launched: Launched, board: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(holding(launched(), "hlhpn-tinh", "hlhpn-tinh"), by=board)
    assert refused.value.fields[0].field == "participant_bodies"


def test_nobody_consults_about_a_campaign_that_has_ended(
    stage: Stage, launched: Launched, board: Actor
) -> None:
    with pytest.raises(WrongStep) as refused:
        stage.act(holding(launched()), by=board, on=date(2021, 1, 1))
    assert refused.value.rule == "campaign:consult"


def test_holding_alone_is_no_evidence(stage: Stage, launched: Launched, board: Actor) -> None:
    assert stage.act(holding(launched()), by=board).state == "held"
    assert stage.events == ["campaigns.campaign_launched.v1"]


def test_no_anonymous_caller_concludes(stage: Stage, consulted: Consulted) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(ConcludeConsultation(consultation_id=consulted(), minutes_ref="02/BB"), by=None)


def test_only_the_chair_concludes(stage: Stage, launched: Launched, board: Actor) -> None:
    held = stage.act(holding(launched()), by=board)
    order = ConcludeConsultation(consultation_id=held.consultation_id, minutes_ref="02/BB")
    with pytest.raises(NotAllowed) as refused:
        stage.act(order, by=actor("ub-mttq-tinh"))
    assert refused.value.rule == "chair-only"


@pytest.mark.parametrize("nothing", ["", "   "])
def test_there_is_no_conclusion_without_minutes(nothing: str) -> None:
    with pytest.raises(ValidationError):
        ConcludeConsultation(consultation_id="con_1", minutes_ref=nothing)


def test_a_conclusion_is_evidence_of_consulting(stage: Stage, consulted: Consulted, board: Actor) -> None:
    consultation_id = consulted()
    envelope = stage.envelopes[-1]
    assert envelope.type == "campaigns.consultation_concluded.v1"
    assert envelope.duty_ids == ("II.1a-a", "III.2a-b")
    assert envelope.data["participant_bodies"] == ["hlhpn-tinh", "hnd-tinh"]
    shown = stage.ask(ConsultationById(consultation_id=consultation_id), by=board)
    assert (shown.state, shown.minutes_ref) == ("concluded", "01/BB-HT")


def test_the_duties_of_the_standing_board_are_not_a_communes(stage: Stage, consulted: Consulted) -> None:
    consulted(by=actor("ub-mttq-xa", "05467"), participant_bodies=["hnd-xa/05467"])
    assert stage.envelopes[-1].duty_ids == ()


def test_a_consultation_is_concluded_once(stage: Stage, consulted: Consulted, board: Actor) -> None:
    with pytest.raises(WrongStep):
        stage.act(ConcludeConsultation(consultation_id=consulted(), minutes_ref="02/BB"), by=board)


def test_it_is_not_concluded_before_it_was_held(stage: Stage, launched: Launched, board: Actor) -> None:
    held = stage.act(holding(launched()), by=board)
    order = ConcludeConsultation(consultation_id=held.consultation_id, minutes_ref="02/BB")
    with pytest.raises(DayBeforeLastStep) as refused:
        stage.act(order, by=board, on=date(2017, 6, 15))
    assert refused.value.rule == "consultation:conclude"


def test_its_chair_has_the_minutes_to_conclude(stage: Stage, launched: Launched, board: Actor) -> None:
    held = stage.act(holding(launched()), by=board).consultation_id
    [task] = stage.ask(TaskList(), by=board).items
    assert (task.subject_id, task.step) == (held, "conclude")
    [step] = stage.ask(NextSteps(subject_id=held), by=board).items
    assert step.command == "conclude_consultation"
    assert stage.ask(NextSteps(subject_id=held), by=actor("ub-mttq-tinh")).items == ()
    stage.act(ConcludeConsultation(consultation_id=held, minutes_ref="02/BB"), by=board)
    assert stage.ask(TaskList(), by=board).items == []
    steps = stage.ask(HistoryOf(subject_id=held), by=board).items
    assert [(each.step, each.acting_body) for each in steps] == [
        ("hold", "btt-mttq-tinh"),
        ("conclude", "btt-mttq-tinh"),
    ]


def test_consultations_are_not_public(stage: Stage) -> None:
    for asked in (ConsultationById(consultation_id="con_1"), ConsultationList()):
        with pytest.raises(NotAuthenticated):
            stage.ask(asked)


def test_consultations_are_found_by_unit_and_year(stage: Stage, consulted: Consulted, member: Actor) -> None:
    consultation_id = consulted()
    found = stage.ask(ConsultationList(unit="19", year=2017), by=member)
    assert [each.consultation_id for each in found.items] == [consultation_id]
    assert stage.ask(ConsultationList(unit="05467"), by=member).items == []
