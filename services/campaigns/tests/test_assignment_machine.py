from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.responsibility import Assignment
from contracts.errors import NotAllowed, WrongStep

DAY = date(2017, 6, 16)
ASSIGNEE = "hlhpn-tinh"
BODIES = st.sampled_from([ASSIGNEE, "btt-mttq-tinh", "ubnd-tinh", "hnd-tinh"])
STEPS = st.lists(st.tuples(st.sampled_from(["agree", "decline"]), BODIES), max_size=12)


def proposed() -> Assignment:
    return Assignment(
        id="asg_1",
        consultation_id="con_1",
        assignee=ASSIGNEE,
        kind="content",
        content_code="ND1",
        duty_id="II.1a-c",
        unit_code="19",
        due_on=DAY,
        proposed_on=DAY,
        recorded_at=datetime(2017, 6, 16, tzinfo=UTC),
    )


def take(assignment: Assignment, step: str, by: str) -> type[Exception] | None:
    """Try a step and return the kind of its refusal."""
    try:
        if step == "agree":
            assignment.agree(by, DAY)
        else:
            assignment.decline(by, DAY, "Lý do")
    except (NotAllowed, WrongStep) as refused:
        return type(refused)
    return None


@given(STEPS)
def test_the_first_answer_of_the_assignee_stands_for_ever(steps: list[tuple[str, str]]) -> None:
    assignment = proposed()
    outcomes = [take(assignment, step, by) for step, by in steps]
    own = [step for step, by in steps if by == ASSIGNEE]
    ends = {"agree": "agreed", "decline": "declined"}
    assert assignment.state == (ends[own[0]] if own else "proposed")
    assert outcomes.count(None) == min(len(own), 1)
    assert outcomes.count(NotAllowed) == len(steps) - len(own)
    assert (assignment.reason is not None) == (assignment.state == "declined")


@given(STEPS)
def test_it_has_an_answer_day_exactly_when_it_was_answered(steps: list[tuple[str, str]]) -> None:
    assignment = proposed()
    for step, by in steps:
        take(assignment, step, by)
        assert (assignment.answered_on is None) == (assignment.state == "proposed")
