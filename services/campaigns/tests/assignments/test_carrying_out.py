from datetime import date
from typing import Any

import pytest

from campaigns.assignments.messages.commands import (
    AcceptAssignment,
    CompleteAssignment,
    ConsultAssignment,
    ReassignAssignment,
    ReportProgress,
    ReturnAssignment,
)
from campaigns.assignments.messages.queries import AssignmentList, ProgressOf
from contracts.errors import InvalidField, NotAllowed, WrongStep
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import actor
from shared.tokens import NotAuthenticated

from .conftest import SIGNED

DUE, LATE = date(2017, 12, 31), date(2018, 1, 5)
REASON = "Cần bổ sung kết quả (giả lập)"


def reassignment(assignment_id: str, **more: object) -> ReassignAssignment:
    fields: dict[str, object] = {
        "assignment_id": assignment_id,
        "assignee_body": "hnd-tinh",
        "due_on": date(2018, 6, 30),
        "reason": "Quá hạn (giả lập)",
    }
    return ReassignAssignment.model_validate(fields | more)


@pytest.mark.parametrize(
    "order",
    [
        ConsultAssignment(assignment_id="asg_1", minutes_ref="01/BB"),
        ReportProgress(assignment_id="asg_1", summary="Đang làm"),
        CompleteAssignment(assignment_id="asg_1", result="Xong"),
        AcceptAssignment(assignment_id="asg_1"),
        ReturnAssignment(assignment_id="asg_1", reason="Lý do"),
        reassignment("asg_1"),
    ],
    ids=lambda order: order.wire_name(),
)
def test_neither_the_public_nor_the_state_acts_on_one(play: Any, order: Any) -> None:
    with pytest.raises(NotAuthenticated):
        play.stage.act(order, by=None)
    with pytest.raises(NotAllowed) as refused:
        play.stage.act(order, by=actor("ubnd-tinh"))
    assert refused.value.rule == "side:front"


def test_a_proposal_after_the_minutes_counts_as_consulted(play: Any) -> None:
    shown = play.shown(play.propose())
    assert (shown.state, shown.step, shown.minutes_ref) == ("proposed", "consulted", "01/BB-HT")


def test_it_is_carried_out_reported_and_accepted(play: Any) -> None:
    assignment_id = play.agreed()
    play.report(assignment_id, achieved=3, planned=9)
    assert play.shown(assignment_id).stage == "in_progress"
    play.complete(assignment_id)
    done = play.stage.act(AcceptAssignment(assignment_id=assignment_id), by=play.board, on=LATE)
    assert done.state == "done"
    shown = play.shown(assignment_id, LATE)
    assert (shown.achieved, shown.planned, shown.accepted_on, shown.stage) == (9, 9, LATE, "done")
    envelope = play.stage.envelopes[-1]
    assert envelope.type == "campaigns.assignment_completed.v1"
    assert (envelope.duty_ids, envelope.data["on_time"]) == ((), True)
    reports = play.stage.ask(ProgressOf(assignment_id=assignment_id), by=play.member).items
    assert [(each.achieved, each.final) for each in reports] == [(3, False), (9, True)]
    steps = play.stage.ask(HistoryOf(subject_id=assignment_id), by=play.member).items
    assert [each.state for each in steps] == [
        "proposed",
        "consulted",
        "agreed",
        "in_progress",
        "completed",
        "done",
    ]


def test_what_is_carried_out_late_is_accepted_as_late(play: Any) -> None:
    assignment_id = play.agreed()
    play.report(assignment_id)
    assert play.shown(assignment_id, LATE).stage == "overdue"
    play.complete(assignment_id, on=LATE)
    assert play.shown(assignment_id, LATE).stage == "completed"
    play.stage.act(AcceptAssignment(assignment_id=assignment_id), by=play.board, on=LATE)
    assert play.stage.envelopes[-1].data["on_time"] is False


def test_half_a_measure_names_its_field(play: Any) -> None:
    with pytest.raises(InvalidField) as refused:
        play.report(play.agreed(), achieved=3)
    assert refused.value.rule == "both-or-neither"


def test_only_the_assignee_reports_and_completes(play: Any) -> None:
    assignment_id = play.agreed()
    for act in (play.report, play.complete):
        with pytest.raises(NotAllowed) as refused:
            act(assignment_id, by=play.board)
        assert refused.value.rule == "assignee-only"


def test_only_its_proposer_accepts(play: Any) -> None:
    assignment_id = play.agreed()
    play.report(assignment_id)
    play.complete(assignment_id)
    with pytest.raises(NotAllowed) as refused:
        play.stage.act(AcceptAssignment(assignment_id=assignment_id), by=play.member)
    assert refused.value.rule == "proposer-only"


def test_nothing_is_accepted_that_was_not_completed(play: Any) -> None:
    with pytest.raises(WrongStep) as refused:
        play.stage.act(AcceptAssignment(assignment_id=play.agreed()), by=play.board)
    assert refused.value.rule == "assignment:accept"


def test_a_result_is_sent_back_and_taken_up_again(play: Any) -> None:
    assignment_id = play.agreed()
    play.report(assignment_id)
    play.complete(assignment_id)
    play.stage.act(ReturnAssignment(assignment_id=assignment_id, reason=REASON), by=play.board)
    shown = play.shown(assignment_id)
    assert (shown.stage, shown.reason, shown.completed_on) == ("returned", REASON, None)
    play.report(assignment_id)
    assert play.shown(assignment_id).stage == "in_progress"


def test_a_third_body_returns_nothing(play: Any) -> None:
    with pytest.raises(NotAllowed) as refused:
        play.stage.act(ReturnAssignment(assignment_id=play.agreed(), reason=REASON), by=actor("hnd-tinh"))
    assert refused.value.rule == "proposer-or-assignee"


def test_overdue_needs_no_timer(play: Any) -> None:
    assignment_id = play.agreed()
    assert (play.shown(assignment_id, DUE).stage, play.shown(assignment_id, DUE).days_late) == ("agreed", 0)
    shown = play.shown(assignment_id, LATE)
    assert (shown.stage, shown.step, shown.days_late) == ("overdue_unbegun", "agreed", 5)


def test_overdue_ones_are_found_as_of_a_day(play: Any) -> None:
    assignment_id = play.agreed()

    def ids(**filters: object) -> list[str]:
        asked = AssignmentList.model_validate(filters)
        return [each.assignment_id for each in play.stage.ask(asked, by=play.board).items]

    assert ids(overdue_as_of=DUE) == []
    assert ids(overdue_as_of=LATE) == [assignment_id]
    assert ids(stage="overdue_unbegun", as_of=LATE) == [assignment_id]
    assert ids(stage="overdue", as_of=LATE) == []
    assert ids(stage="agreed", as_of=LATE) == []
    assert ids(stage="agreed", as_of=DUE) == [assignment_id]
    assert ids(state="agreed", proposing_body="btt-mttq-tinh") == [assignment_id]
    play.report(assignment_id)
    assert ids(stage="overdue", as_of=LATE) == ids(overdue_as_of=LATE) == [assignment_id]
    assert ids(stage="overdue_unbegun", as_of=LATE) == []
    assert play.shown(assignment_id, LATE).days_late == 5


def test_an_overdue_one_goes_to_another_who_must_agree_again(play: Any) -> None:
    old = play.agreed()
    made = play.stage.act(reassignment(old), by=play.board, on=LATE)
    assert (made.state, made.replaces_id) == ("consulted", old)
    assert play.shown(old, LATE).replaced_by_id == made.assignment_id
    with pytest.raises(NotAllowed):
        play.agree(made.assignment_id, on=LATE)
    play.agree(made.assignment_id, by=actor("hnd-tinh"), on=LATE)
    assert play.stage.envelopes[-1].data["replaces_id"] == old
    assert (play.shown(old, LATE).state, play.shown(old, LATE).stage) == ("agreed", "reassigned")


def test_what_is_in_time_is_not_taken_away(play: Any) -> None:
    with pytest.raises(WrongStep) as refused:
        play.stage.act(reassignment(play.agreed()), by=play.board, on=DUE)
    assert refused.value.rule == "assignment:reassign"


@pytest.mark.parametrize(
    ("assignee", "rule"), [("hlhpn-tinh", "another-body"), ("dtn-tinh", "was-consulted")]
)
def test_it_goes_to_another_member_that_was_consulted(play: Any, assignee: str, rule: str) -> None:
    order = reassignment(play.agreed(), assignee_body=assignee)
    with pytest.raises(InvalidField) as refused:
        play.stage.act(order, by=play.board, on=LATE)
    assert refused.value.rule == rule


def test_only_its_proposer_reassigns(play: Any) -> None:
    with pytest.raises(NotAllowed) as refused:
        play.stage.act(reassignment(play.agreed()), by=actor("ub-mttq-tinh"), on=LATE)
    assert refused.value.rule == "proposer-only"


def test_each_step_awaits_the_other_party(play: Any) -> None:
    def awaited(by: Any) -> list[tuple[str, date | None]]:
        return [(each.step, each.due_on) for each in play.stage.ask(TaskList(), by=by).items]

    assignment_id = play.propose()
    assert (awaited(play.member), awaited(play.board)) == ([("agree", None)], [])
    play.agree(assignment_id)
    assert (awaited(play.member), awaited(play.board)) == ([("report", DUE)], [])
    play.report(assignment_id)
    assert awaited(play.member) == [("complete", DUE)]
    play.complete(assignment_id)
    assert (awaited(play.member), awaited(play.board)) == ([], [("accept", None)])
    play.stage.act(ReturnAssignment(assignment_id=assignment_id, reason=REASON), by=play.board)
    assert (awaited(play.member), awaited(play.board)) == ([("report", DUE)], [])
    play.report(assignment_id)
    play.cascade(assignment_id, "hlhpn-huyen", unit_codes=["164"])
    assert awaited(play.member) == [("complete", DUE)]


@pytest.mark.parametrize("day", [SIGNED, LATE], ids=["in-time", "overdue"])
def test_next_tasks_and_commands_say_the_same_of_what_was_never_begun(play: Any, day: date) -> None:
    assignment_id = play.agreed()

    def awaited_and_offered() -> tuple[list[str], set[str]]:
        awaited = [each.step for each in play.stage.ask(TaskList(), by=play.member, on=day).items]
        offered = play.stage.ask(NextSteps(subject_id=assignment_id), by=play.member, on=day).items
        return awaited, {step for each in offered for step in each.steps}

    assert awaited_and_offered() == (["report"], {"report", "cascade", "give_back"})
    with pytest.raises(WrongStep) as refused:
        play.complete(assignment_id, on=day)
    assert refused.value.rule == "assignment:complete"
    play.report(assignment_id, on=day)
    assert awaited_and_offered() == (["complete"], {"report", "cascade", "complete", "give_back"})
    play.complete(assignment_id, on=day)
    assert play.shown(assignment_id, day).stage == "completed"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"text": "tuyen truyen"}, 1),
        ({"text": "HUYỆN tuyên"}, 1),
        ({"text": "biển"}, 0),
        ({"unit": "19"}, 1),
        ({"unit": "05431"}, 0),
        ({"year": 2018}, 1),
        ({"year": 2017}, 0),
        ({"from": LATE, "to": LATE}, 1),
        ({"to": DUE}, 0),
    ],
)
def test_reports_are_found_by_place_day_and_words(play: Any, filters: dict[str, Any], found: int) -> None:
    assignment_id = play.agreed()
    play.report(assignment_id, on=LATE)
    asked = ProgressOf.model_validate({"assignment_id": assignment_id, **filters})
    assert len(play.stage.ask(asked, by=play.member, on=LATE).items) == found


def test_a_wrong_unit_of_reports_is_refused_by_its_rule(play: Any) -> None:
    with pytest.raises(InvalidField) as refused:
        play.stage.ask(ProgressOf(assignment_id=play.agreed(), unit="99999"), by=play.member)
    assert [(each.field, each.rule) for each in refused.value.fields] == [("unit", "known-unit")]
