"""Outreach: who holds which kind, what it proves, and what is refused. Everything is synthetic."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.outreach.domain.kinds import KINDS, duties_of
from campaigns.outreach.domain.outreach import LIFECYCLE, Outreach
from campaigns.outreach.messages import (
    CancelOutreach,
    JoinOutreach,
    OutreachById,
    OutreachCounts,
    OutreachList,
    PlanTraining,
    TrainingPlanById,
)
from contracts.campaigns.outreach import OutreachKind
from contracts.errors import InvalidField, NotAllowed, Refusal, WrongStep
from contracts.values import AgencySide
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Holders = dict[str, Actor]
PLANNED, HELD = date(2017, 7, 3), date(2017, 8, 15)


@contextmanager
def refused(kind: type[Refusal], rule: str, field: str | None = None) -> Iterator[None]:
    """Expect a refusal by a rule, and naming a field where one is given."""
    with pytest.raises(kind) as caught:
        yield
    assert rule in (caught.value.rule or "")
    assert field is None or [each.field for each in caught.value.fields] == [field]


def test_nobody_without_a_name_does_anything(stage: Stage, play: Any) -> None:
    training = PlanTraining.model_validate(
        {
            "year": 2017,
            "title": "Giả lập",
            "sessions": [{"title": "Lớp 1", "unit_code": "19", "planned_on": HELD}],
        }
    )
    for wanted in (
        play.wanted("meeting"),
        play.report("out_1"),
        JoinOutreach(outreach_id="out_1"),
        CancelOutreach(outreach_id="out_1", reason="Giả lập"),
        training,
    ):
        with pytest.raises(NotAuthenticated):
            stage.act(wanted, by=None)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_held_by_its_own_function_alone(play: Any, holder: Holders, kind: OutreachKind) -> None:
    assert kind == "training" or play.planned(kind, holder[kind])
    for body in holder.values():
        if not body.functions & set(KINDS[kind].holders):
            with refused(NotAllowed, f"holder-of-kind:{kind}"):
                play.planned(kind, body)


def test_a_session_of_training_stands_in_a_plan(play: Any, holder: Holders) -> None:
    with refused(InvalidField, "training-by-plan", "kind"):
        play.planned("training", holder["training"])


def test_nothing_is_held_before_its_day(stage: Stage, play: Any, holder: Holders) -> None:
    outreach_id = play.planned("extension", holder["extension"])
    with refused(InvalidField, "not-before-planned-day", "occurred_on"):
        stage.act(play.report(outreach_id), by=holder["extension"], on=HELD - timedelta(days=1))


def test_a_board_of_the_province_holds_nothing_in_another_province(play: Any, holder: Holders) -> None:
    with refused(InvalidField, "known-unit"):
        play.planned("legal", holder["legal"], unit_code="24")


def test_a_committee_of_a_commune_stays_in_its_commune(play: Any) -> None:
    committee = actor("ub-mttq-xa", "05467")
    assert play.planned("meeting", committee, unit_code="05467-K001")
    with refused(NotAllowed, "own-unit-or-below"):
        play.planned("meeting", committee, unit_code="05431")


@pytest.mark.parametrize(
    ("kind", "duty"), [(kind, known.duty) for kind, known in KINDS.items() if known.partner == "front"]
)
def test_a_joint_duty_is_shown_only_where_the_front_joined(
    play: Any, holder: Holders, kind: str, duty: str
) -> None:
    play.held(kind, holder[kind])
    assert play.duties == ""
    play.held(kind, holder[kind], joining=(actor("so-vhttdl"),))
    assert play.duties == ""
    play.held(kind, holder[kind], joining=(actor("btt-mttq-tinh"), actor("so-vhttdl")))
    assert play.duties == duty


def test_promotion_of_investment_is_taken_part_in_with_somebody(play: Any, holder: Holders) -> None:
    play.held("investment_promotion", holder["investment_promotion"])
    assert play.duties == ""
    play.held("investment_promotion", holder["investment_promotion"], joining=(actor("so-nnptnt"),))
    assert play.duties == "III.1.3-g"


@pytest.mark.parametrize(
    ("programme", "duty"),
    [
        ("LK-BHYT", "III.1.6-b"),
        ("LK-THUOC", "III.1.6-c"),
        ("LK-HIV", "III.1.6-d"),
        ("LK-TL", "III.1.6-e"),
        ("LK-DB", "III.1.6-f"),
        ("LK-VSMT", "III.1.6-g"),
    ],
)
def test_health_work_is_of_its_linked_programme(
    play: Any, holder: Holders, programme: str, duty: str
) -> None:
    play.held("health", holder["health"], linked_programme=programme)
    assert play.duties == duty


def test_a_linked_programme_belongs_to_health_alone(play: Any, holder: Holders) -> None:
    with refused(InvalidField, "programme-of-health"):
        play.planned("health", holder["health"], linked_programme=None)
    with refused(InvalidField, "programme-of-health"):
        play.planned("legal", holder["legal"], linked_programme="LK-HIV")


def test_enrolment_is_counted_for_insurance_always_and_only_there(
    stage: Stage, play: Any, holder: Holders
) -> None:
    insurance = play.planned("health", holder["health"], linked_programme="LK-BHYT")
    tobacco = play.planned("health", holder["health"], linked_programme="LK-TL")
    for wrong in (play.report(insurance), play.report(tobacco, enrolled=1)):
        with refused(InvalidField, "enrolment-of-insurance"):
            stage.act(wrong, by=holder["health"], on=HELD)


def test_only_its_holder_holds_or_cancels(stage: Stage, play: Any, holder: Holders) -> None:
    outreach_id = play.planned("legal", holder["legal"])
    for wanted in (play.report(outreach_id), CancelOutreach(outreach_id=outreach_id, reason="Giả lập")):
        with refused(NotAllowed, "holder-only"):
            stage.act(wanted, by=holder["health"], on=HELD)


def test_only_who_was_invited_joins_and_once(stage: Stage, play: Any, holder: Holders) -> None:
    board = actor("btt-mttq-tinh")
    outreach_id = play.planned("legal", holder["legal"], invited_bodies=[board.body])
    with refused(NotAllowed, "invited-only"):
        stage.act(JoinOutreach(outreach_id=outreach_id), by=holder["health"], on=PLANNED)
    stage.act(JoinOutreach(outreach_id=outreach_id), by=board, on=PLANNED)
    with refused(WrongStep, "outreach:join"):
        stage.act(JoinOutreach(outreach_id=outreach_id), by=board, on=PLANNED)


def test_who_joined_after_the_day_took_no_part(stage: Stage, play: Any, holder: Holders) -> None:
    board = actor("btt-mttq-tinh")
    outreach_id = play.planned("legal", holder["legal"], invited_bodies=[board.body])
    stage.act(JoinOutreach(outreach_id=outreach_id), by=board, on=HELD + timedelta(days=1))
    stage.act(play.report(outreach_id), by=holder["legal"], on=HELD)
    assert (stage.envelopes[-1].data["member_bodies"], play.duties) == ([], "")


def test_who_is_invited_is_another_body_of_the_same_level(play: Any, holder: Holders) -> None:
    for wrong in (holder["legal"].body, "ub-mttq-xa/05467"):
        with refused(InvalidField, "other-body-of-same-level", "invited_bodies.1"):
            play.planned("legal", holder["legal"], invited_bodies=["btt-mttq-tinh", wrong])


def test_what_was_held_is_counted_by_the_day_asked_for(stage: Stage, play: Any, holder: Holders) -> None:
    play.held("legal", holder["legal"])
    play.held("health", holder["health"], linked_programme="LK-BHYT")
    play.planned("legal", holder["legal"])
    for unit, expected in (("05467", 2), ("164", 2), ("19", 2), ("05431", 0)):
        asked = OutreachCounts(unit_code=unit, year=2017, as_of=HELD)
        assert sum(each.held for each in stage.ask(asked).counts) == expected
    [insurance, _] = stage.ask(OutreachCounts(unit_code="19", year=2017, as_of=HELD)).counts
    assert (insurance.participants, insurance.enrolled, insurance.minutes) == (60, 12, 120)
    day_before = OutreachCounts(unit_code="19", year=2017, as_of=HELD - timedelta(days=1))
    assert stage.ask(day_before).counts == []


def test_lists_are_narrowed_and_each_step_is_in_the_history(stage: Stage, play: Any, holder: Holders) -> None:
    held = play.held("legal", holder["legal"], joining=(actor("btt-mttq-tinh"),))
    play.planned("legal", holder["legal"])
    listed = stage.ask(
        OutreachList(kind="legal", state="held", year=2017, unit="164", text="hoi nghi"), by=holder["legal"]
    )
    assert [each.outreach_id for each in listed.items] == [held]
    shown = stage.ask(OutreachById(outreach_id=held), by=holder["legal"])
    assert [(each.invited_body, each.state) for each in shown.invitations] == [("btt-mttq-tinh", "joined")]
    steps = stage.ask(HistoryOf(subject_id=held), by=holder["legal"]).items
    assert [each.step for each in steps] == ["plan", "join", "hold"]


def test_who_was_invited_and_who_holds_have_it_among_their_tasks_until_they_acted(
    stage: Stage, play: Any, holder: Holders
) -> None:
    board, women = actor("btt-mttq-tinh"), actor("hlhpn-tinh")
    outreach_id = play.planned("legal", holder["legal"], invited_bodies=[board.body, women.body])

    def awaited(by: Actor) -> list[tuple[str, date | None]]:
        return [(each.step, each.due_on) for each in stage.ask(TaskList(), by=by, on=PLANNED).items]

    def possible(by: Actor) -> list[str]:
        items = stage.ask(NextSteps(subject_id=outreach_id), by=by, on=PLANNED).items
        return [each.command for each in items]

    assert awaited(board) == awaited(women) == [("join", HELD)]
    assert awaited(holder["legal"]) == [("hold", HELD)]
    assert possible(board) == ["join_outreach"]
    assert possible(holder["legal"]) == ["hold_outreach", "cancel_outreach"]
    stage.act(JoinOutreach(outreach_id=outreach_id), by=board, on=PLANNED)
    assert (awaited(board), awaited(women), possible(board)) == ([], [("join", HELD)], [])
    stage.act(CancelOutreach(outreach_id=outreach_id, reason="Mưa lũ"), by=holder["legal"], on=PLANNED)
    assert awaited(women) == awaited(holder["legal"]) == []


def test_a_plan_of_training_shows_sessions_and_attendance(stage: Stage, play: Any, holder: Holders) -> None:
    sessions = [{"title": f"Lớp {n}", "unit_code": "19", "planned_on": HELD} for n in (1, 2, 3)]
    wanted = {"year": 2017, "title": "Tập huấn cán bộ (giả lập)", "sessions": sessions}
    made = stage.act(PlanTraining.model_validate(wanted), by=holder["training"], on=PLANNED)
    assert stage.envelopes == []
    first, second, _ = made.outreach_ids
    stage.act(play.report(first, participants=40), by=holder["training"], on=HELD)
    assert play.duties == "III.1.3-h"
    stage.act(CancelOutreach(outreach_id=second, reason="Mưa lũ"), by=holder["training"], on=HELD)
    shown = stage.ask(TrainingPlanById(plan_id=made.plan_id), by=holder["training"])
    assert (shown.sessions_held, shown.attendance) == (1, 40)
    assert [each.state for each in shown.sessions] == ["held", "cancelled", "planned"]


def test_a_session_of_another_year_is_refused_by_its_place(stage: Stage, holder: Holders) -> None:
    sessions = [
        {"title": "Lớp 1", "unit_code": "19", "planned_on": HELD},
        {"title": "Lớp 2", "unit_code": "19", "planned_on": date(2018, 1, 2)},
    ]
    wanted = {"year": 2017, "title": "Tập huấn (giả lập)", "sessions": sessions}
    with refused(InvalidField, "within-year-of-plan", "sessions.1.planned_on"):
        stage.act(PlanTraining.model_validate(wanted), by=holder["training"], on=PLANNED)


ACTS = {
    "hold": lambda each, on: each.hold(on, participants=1, enrolled=None, minutes=1, result="x"),
    "cancel": lambda each, on: each.cancel("Giả lập", on),
    "join": lambda each, on: each.join("btt-mttq-tinh", on),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(-2, 5)), max_size=6))
def test_the_machine_takes_its_steps_and_no_other(acts: list[tuple[str, int]]) -> None:
    outreach = Outreach(
        id="out_1",
        kind="legal",
        title="Giả lập",
        unit_code="19",
        path="/19/",
        linked_programme=None,
        content_codes=[],
        movement_code=None,
        holder_body="so-tp",
        invited_bodies=["btt-mttq-tinh"],
        plan_id=None,
        planned_on=PLANNED,
        made_on=PLANNED,
        recorded_at=datetime(2017, 7, 3, tzinfo=UTC),
    )
    for step, days in acts:
        before, on = (outreach.state, outreach.stands_since), PLANNED + timedelta(days=days)
        known = LIFECYCLE.steps[step]
        if before[0] in known.sources and on >= before[1]:
            ACTS[step](outreach, on)
            after = (known.to, on) if known.to else before
            assert (outreach.state, outreach.stands_since) == after
        else:
            with pytest.raises((WrongStep, InvalidField)):
                ACTS[step](outreach, on)
            assert (outreach.state, outreach.stands_since) == before


@given(st.sampled_from(sorted(KINDS)), st.sets(st.sampled_from(["front", "state", "other"])))
def test_more_partners_never_take_evidence_away(kind: OutreachKind, sides: set[AgencySide]) -> None:
    if kind != "health":
        alone, together = duties_of(kind, None, ()), duties_of(kind, None, sides)
        assert set(alone) <= set(together) <= set(duties_of(kind, None, sides | {"front"}))
