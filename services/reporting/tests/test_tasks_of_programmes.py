from collections.abc import Callable
from datetime import date

import pytest

from contracts.errors import InvalidField
from reporting.programmes.messages import (
    ProgrammeById,
    ProgrammeList,
    ProgrammeStanding,
    ProposeProgramme,
    RefuseProgramme,
    SignProgramme,
)
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import SIGNING_DAY, Stage, actor

REASON = "Chưa thống nhất kinh phí"


def awaited(stage: Stage, by: Actor) -> list[tuple[str, date]]:
    return [(each.step, each.since) for each in stage.ask(TaskList(), by=by).items]


def next_commands(stage: Stage, programme: ProgrammeStanding, by: Actor) -> list[str]:
    asked = NextSteps(subject_id=programme.programme_id)
    return [each.command for each in stage.ask(asked, by=by).items]


def sign(stage: Stage, programme: ProgrammeStanding, by: Actor, on: date = SIGNING_DAY) -> None:
    stage.act(SignProgramme(programme_id=programme.programme_id, occurred_on=on), by=by)


def refuse(stage: Stage, programme: ProgrammeStanding, by: Actor) -> None:
    stage.act(RefuseProgramme(programme_id=programme.programme_id, reason=REASON), by=by)


def test_a_proposal_awaits_both_parties_and_nobody_else(
    stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor
) -> None:
    assert programme.state == "proposed"
    for party in (state, front):
        assert awaited(stage, party) == [("sign", SIGNING_DAY)]
    assert awaited(stage, actor("so-ldtbxh")) == []


def test_a_signature_awaits_the_party_that_has_not_signed(
    stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor
) -> None:
    sign(stage, programme, front)
    assert awaited(stage, front) == []
    assert awaited(stage, state) == [("sign", SIGNING_DAY)]
    [task] = stage.ask(TaskList(), by=state).items
    assert (task.subject_vi, task.step_vi, task.due_on) == ("Chương trình phối hợp", "Ký", None)
    sign(stage, programme, state)
    assert awaited(stage, state) == []


def test_a_refusal_awaits_nobody(
    stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor
) -> None:
    refuse(stage, programme, state)
    assert awaited(stage, state) == awaited(stage, front) == []


def test_a_party_that_has_signed_has_nothing_more_to_do(
    stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor
) -> None:
    assert next_commands(stage, programme, front) == ["sign_programme", "refuse_programme"]
    assert next_commands(stage, programme, actor("so-ldtbxh")) == []
    sign(stage, programme, front)
    assert next_commands(stage, programme, front) == []
    assert next_commands(stage, programme, state) == ["sign_programme", "refuse_programme"]
    sign(stage, programme, state)
    assert next_commands(stage, programme, state) == []


def test_the_history_tells_who_signed_when(stage: Stage, signed: ProgrammeStanding, front: Actor) -> None:
    steps = stage.ask(HistoryOf(subject_id=signed.programme_id), by=front).items
    assert [(each.step, each.acting_body, each.state) for each in steps] == [
        ("propose", "ub-mttq-tinh", "proposed"),
        ("sign", "ub-mttq-tinh", "proposed"),
        ("put_in_force", "ubnd-tinh", "in_force"),
    ]


def test_the_history_keeps_the_reason_of_a_refusal_from_others(
    stage: Stage, programme: ProgrammeStanding, state: Actor
) -> None:
    refuse(stage, programme, state)
    steps = stage.ask(HistoryOf(subject_id=programme.programme_id), by=actor("so-ldtbxh")).items
    assert [(each.step, each.reason) for each in steps] == [("propose", None), ("refuse", None)]


def test_signatures_are_recorded_in_any_order_of_their_days(
    stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor
) -> None:
    sign(stage, programme, front, date(2017, 6, 20))
    sign(stage, programme, state, date(2017, 6, 18))
    found = stage.ask(ProgrammeById(programme_id=programme.programme_id))
    assert (found.state, found.in_force_from) == ("in_force", date(2017, 6, 20))
    assert [(each.signing_body, each.signed_on.day) for each in found.signatures] == [
        ("ubnd-tinh", 18),
        ("ub-mttq-tinh", 20),
    ]


@pytest.mark.parametrize(
    ("text", "found"), [("do thi", 1), ("ĐÔ THỊ văn minh", 1), ("75/ctrph", 1), ("biển", 0)]
)
def test_programmes_are_found_by_their_words(
    stage: Stage, programme: ProgrammeStanding, text: str, found: int
) -> None:
    assert programme.state == "proposed"
    assert len(stage.ask(ProgrammeList(text=text)).items) == found


@pytest.mark.parametrize(
    ("asked", "found"), [({"unit": "19"}, 1), ({"unit": "05431"}, 0), ({"from": "2017-06-17"}, 0)]
)
def test_programmes_are_found_by_place_and_day(
    stage: Stage, programme: ProgrammeStanding, asked: dict[str, str], found: int
) -> None:
    assert programme.state == "proposed"
    assert len(stage.ask(ProgrammeList.model_validate(asked)).items) == found


def test_a_refused_proposal_awaits_nobody(
    stage: Stage, front: Actor, wanted: Callable[..., ProposeProgramme]
) -> None:
    with pytest.raises(InvalidField):
        stage.act(wanted(signatory_bodies=["ubnd-tinh", "so-ldtbxh"]), by=front)
    assert awaited(stage, actor("ubnd-tinh")) == []
