"""The machine of each standard: every step that its table does not hold is refused and changes nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.procedure import FINAL, HELD, PROCEDURES
from contracts.errors import InvalidField, WrongStep

DAY = date(2017, 7, 3)
STEPS = sorted({step for procedure in PROCEDURES.values() for _, step in procedure.steps})


def candidate(standard: str) -> Candidate:
    return Candidate(
        id="can_1",
        standard=standard,
        version="2016",
        unit_code="05485",
        path="/05485/164/19/",
        year=2018,
        registered_by="ubnd-xa/05485",
        registered_on=DAY,
        stands_since=DAY,
        recorded_at=datetime(2017, 7, 3, tzinfo=UTC),
    )


@given(
    st.sampled_from(sorted(PROCEDURES)),
    st.lists(st.tuples(st.sampled_from(STEPS), st.integers(-3, 9)), max_size=40),
)
def test_only_steps_of_the_table_are_taken_and_never_back_in_time(
    standard: str, tries: list[tuple[str, int]]
) -> None:
    one = candidate(standard)
    for step, days in tries:
        state, since, taken = one.state, one.stands_since, len(one.steps)
        on = since + timedelta(days=days)
        if (state, step) in one.procedure.steps and days >= 0:
            one.take(step, "body", on)
            assert (one.state, one.stands_since) == (one.procedure.steps[state, step], on)
            assert len(one.steps) == taken + 1
        else:
            with pytest.raises((WrongStep, InvalidField)):
                one.take(step, "body", on)
            assert (one.state, one.stands_since, len(one.steps)) == (state, since, taken)


@pytest.mark.parametrize("standard", PROCEDURES)
def test_every_state_leads_to_a_decision_or_is_an_end(standard: str) -> None:
    steps = PROCEDURES[standard].steps
    reached, waiting = set[str](), {"proposed"}
    while waiting:
        state = waiting.pop()
        reached.add(state)
        waiting |= {after for (before, _), after in steps.items() if before == state} - reached
    assert HELD | FINAL - {"declined", "rejected"} <= reached
    assert {state for state in reached if not any(before == state for before, _ in steps)} <= FINAL
