from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.responsibility import STEPS, Assignment, rule_of
from contracts.errors import InvalidField, NotAllowed, WrongStep

DAY, DUE = date(2017, 6, 16), date(2017, 7, 16)
ASSIGNEE, PROPOSER = "hlhpn-tinh", "btt-mttq-tinh"
OF_ASSIGNEE = {"agree", "decline", "report", "cascade", "complete", "give_back"}
BODIES = st.sampled_from([ASSIGNEE, PROPOSER, "ubnd-tinh", "hnd-tinh"])
NAMES = sorted({step for _, step in STEPS} - {"send_back", "give_back"} | {"return"})
TRIES = st.tuples(st.sampled_from(NAMES), BODIES, st.integers(-5, 60))


def proposed() -> Assignment:
    return Assignment(
        id="asg_1",
        root_id="asg_1",
        consultation_id="con_1",
        proposed_by=PROPOSER,
        assignee=ASSIGNEE,
        kind="content",
        content_code="ND1",
        duty_id="II.1a-c",
        unit_code="19",
        path="/19/",
        due_on=DUE,
        proposed_on=DAY,
        stands_since=DAY,
        recorded_at=datetime(2017, 6, 16, tzinfo=UTC),
    )


def take(assignment: Assignment, step: str, by: str, on: date) -> type[Exception] | None:
    """Try a step and return the kind of its refusal."""
    acts = {
        "consult": lambda: assignment.consult(by, "01/BB", on),
        "agree": lambda: assignment.agree(by, on),
        "decline": lambda: assignment.decline(by, on, "Lý do"),
        "report": lambda: assignment.report(by, on),
        "cascade": lambda: assignment.cascade(by, on),
        "complete": lambda: assignment.complete(by, on, "Kết quả"),
        "accept": lambda: assignment.accept(by, on),
        "return": lambda: assignment.return_(by, on, "Lý do"),
        "reassign": lambda: assignment.reassign(by, on, "Lý do", "asg_2"),
    }
    try:
        acts[step]()
    except (NotAllowed, WrongStep, InvalidField) as refused:
        return type(refused)
    return None


def named(step: str, by: str) -> str:
    """Return the step as the table names it."""
    return {PROPOSER: "send_back"}.get(by, "give_back") if step == "return" else step


@given(st.lists(TRIES, max_size=25))
def test_a_step_is_taken_exactly_when_the_table_the_party_and_the_day_allow(
    tries: list[tuple[str, str, int]],
) -> None:
    assignment = proposed()
    for tried, by, after in tries:
        on, step = DAY + timedelta(days=after), named(tried, by)
        before, since = assignment.state, assignment.stands_since
        stages = {before} | ({"overdue"} if before in {"agreed", "in_progress"} and on > DUE else set())
        target = next((STEPS[stage, step] for stage in stages if (stage, step) in STEPS), None)
        party = ASSIGNEE if step in OF_ASSIGNEE else PROPOSER
        outcome = take(assignment, tried, by, on)
        if by != party:
            assert outcome is NotAllowed
        elif target is None:
            assert outcome is WrongStep
        else:
            assert outcome is (InvalidField if on < since else None)
        assert assignment.state == (target if outcome is None else before)


@given(st.lists(TRIES, max_size=25))
def test_nobody_but_the_assignee_binds_it_and_never_without_minutes(
    tries: list[tuple[str, str, int]],
) -> None:
    assignment = proposed()
    agreed_by: list[str] = []
    for step, by, after in tries:
        done = take(assignment, step, by, DAY + timedelta(days=after)) is None
        agreed_by += [by] if done and step == "agree" else []
        if assignment.answer == "agreed":
            assert assignment.minutes_ref
            assert agreed_by == [ASSIGNEE]
        assert (assignment.answer is None) == (assignment.answered_on is None)
        assert (assignment.replaced_by_id is not None) == (assignment.state == "reassigned")
        assert (assignment.accepted_on is not None) == (assignment.state == "done")
        assert (assignment.completed_on is not None) == (assignment.state in {"completed", "done"})


@given(st.integers(-400, 400))
def test_what_is_overdue_depends_on_the_day_alone(after: int) -> None:
    assignment, day = proposed(), DUE + timedelta(days=after)
    assert assignment.stage_on(day) == "proposed"
    assignment.consult(PROPOSER, "01/BB", DAY)
    assignment.agree(ASSIGNEE, DAY)
    assert assignment.stage_on(day) == ("overdue" if after > 0 else "agreed")
    assert assignment.state == "agreed"


def test_a_refusal_names_the_stages_from_which_the_step_may_be_taken() -> None:
    assert rule_of("accept") == "accept-only-after:completed"
    assert rule_of("reassign") == "reassign-only-after:declined,returned,overdue"
