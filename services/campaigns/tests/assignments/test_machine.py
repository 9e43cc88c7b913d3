"""Any order of tries, by any body, on any day: the way of an assignment holds."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from campaigns.assignments.domain.assignment import LIFECYCLE, Assignment
from contracts.errors import DayBeforeLastStep, WrongStep

DAY, DUE = date(2017, 6, 16), date(2017, 7, 16)
# Programme design notes §3.1, written down once more.
STEPS = {
    ("proposed", "consult"): "consulted",
    ("proposed", "decline"): "declined",
    ("consulted", "agree"): "agreed",
    ("consulted", "decline"): "declined",
    ("agreed", "report"): "in_progress",
    ("in_progress", "report"): "in_progress",
    ("returned", "report"): "in_progress",
    ("agreed", "cascade"): "agreed",
    ("in_progress", "cascade"): "in_progress",
    ("in_progress", "complete"): "completed",
    ("completed", "accept"): "done",
    ("completed", "send_back"): "returned",
    ("agreed", "give_back"): "returned",
    ("in_progress", "give_back"): "returned",
    ("declined", "reassign"): "reassigned",
    ("returned", "reassign"): "reassigned",
    ("overdue", "report"): "in_progress",
    ("overdue", "cascade"): "in_progress",
    ("overdue", "complete"): "completed",
    ("overdue", "give_back"): "returned",
    ("overdue", "reassign"): "reassigned",
    ("overdue_unbegun", "report"): "in_progress",
    ("overdue_unbegun", "cascade"): "agreed",
    ("overdue_unbegun", "give_back"): "returned",
    ("overdue_unbegun", "reassign"): "reassigned",
}
OVERDUE = {"agreed": "overdue_unbegun", "in_progress": "overdue"}
NAMES = sorted({step for _, step in STEPS})
TRIES = st.tuples(st.sampled_from(NAMES), st.integers(-5, 60))


def proposed() -> Assignment:
    return Assignment(
        id="asg_1",
        root_id="asg_1",
        consultation_id="con_1",
        proposing_body="btt-mttq-tinh",
        assignee_body="hlhpn-tinh",
        kind="content",
        content_code="ND1",
        duty_id="II.1a-c",
        unit_code="19",
        path="/19/",
        due_on=DUE,
        proposed_on=DAY,
        recorded_at=datetime(2017, 6, 16, tzinfo=UTC),
    )


def take(assignment: Assignment, step: str, on: date) -> type[Exception] | None:
    """Try a step and return the kind of its refusal."""
    acts = {
        "consult": lambda: assignment.consult("01/BB", on),
        "agree": lambda: assignment.agree(on),
        "decline": lambda: assignment.decline(on, "Lý do"),
        "report": lambda: assignment.report(on),
        "cascade": lambda: assignment.cascade(on),
        "complete": lambda: assignment.complete(on, "Kết quả"),
        "accept": lambda: assignment.accept(on),
        "send_back": lambda: assignment.send_back(on, "Lý do"),
        "give_back": lambda: assignment.give_back(on, "Lý do"),
        "reassign": lambda: assignment.reassign(on, "Lý do", "asg_2"),
    }
    try:
        acts[step]()
    except (WrongStep, DayBeforeLastStep) as refused:
        return type(refused)
    return None


@given(st.lists(TRIES, max_size=25))
def test_a_step_is_taken_exactly_when_the_table_and_the_day_allow(tries: list[tuple[str, int]]) -> None:
    assignment = proposed()
    for step, after in tries:
        on = DAY + timedelta(days=after)
        before, since = assignment.state, assignment.stands_since
        target = STEPS.get((OVERDUE.get(before, before) if on > DUE else before, step))
        outcome = take(assignment, step, on)
        if target is None:
            assert outcome is WrongStep
        else:
            assert outcome is (DayBeforeLastStep if on < since else None)
        assert assignment.state == (target if outcome is None else before)


@given(st.lists(TRIES, max_size=25))
def test_what_is_kept_follows_the_steps_and_nobody_agrees_without_minutes(
    tries: list[tuple[str, int]],
) -> None:
    assignment = proposed()
    for step, after in tries:
        take(assignment, step, DAY + timedelta(days=after))
        if assignment.answer == "agreed":
            assert assignment.minutes_ref
        assert (assignment.answer == "proposed") == (assignment.answered_on is None)
        assert (assignment.replaced_by_id is not None) == (assignment.state == "reassigned")
        assert (assignment.accepted_on is not None) == (assignment.state == "done")
        assert (assignment.completed_on is not None) == (assignment.state in {"completed", "done"})


@given(st.integers(-400, 400))
def test_what_is_overdue_depends_on_the_day_alone(after: int) -> None:
    assignment, day = proposed(), DUE + timedelta(days=after)
    assert assignment.stage_on(day) == "proposed"
    assignment.consult("01/BB", DAY)
    assignment.agree(DAY)
    assert assignment.stage_on(day) == ("overdue_unbegun" if after > 0 else "agreed")
    assert assignment.state == "agreed"
    assignment.report(DAY)
    assert assignment.stage_on(day) == ("overdue" if after > 0 else "in_progress")


@given(st.lists(TRIES, max_size=25))
def test_the_table_alone_says_what_is_allowed(tries: list[tuple[str, int]]) -> None:
    assignment = proposed()
    for step, after in tries:
        on = max(DAY + timedelta(days=after), assignment.stands_since)
        allowed = LIFECYCLE.allows(assignment, step, on)
        assert (take(assignment, step, on) is None) == allowed
