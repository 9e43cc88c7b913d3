"""The machine of each standard: every step that its table does not hold is refused and changes nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.procedure import FINAL, HELD, PROCEDURES, SoughtStandard
from campaigns.standards.domain.way import LIFECYCLE
from contracts.errors import InvalidField, WrongStep

DAY = date(2017, 7, 3)
STEPS = sorted(LIFECYCLE.steps)


def table(standard: SoughtStandard) -> dict[tuple[str, str], str]:
    """Give the steps that a standard has: from a state by a step to a state."""
    has = PROCEDURES[standard].has
    return {
        (source, name): str(step.to)
        for name, step in LIFECYCLE.steps.items()
        for source in step.sources
        if has(name, source)
    }


def candidate(standard: SoughtStandard) -> Candidate:
    return Candidate(
        id="can_1",
        standard=standard,
        version="2016",
        unit_code="05485",
        path="/19/164/05485/",
        year=2018,
        registering_body="ubnd-xa/05485",
        registered_on=DAY,
        recorded_at=datetime(2017, 7, 3, tzinfo=UTC),
    )


@given(
    st.sampled_from(sorted(PROCEDURES)),
    st.lists(st.tuples(st.sampled_from(STEPS), st.integers(-3, 9)), max_size=40),
)
def test_only_steps_of_the_table_are_taken_and_never_back_in_time(
    standard: SoughtStandard, tries: list[tuple[str, int]]
) -> None:
    one, steps = candidate(standard), table(standard)
    for step, days in tries:
        state, since, taken = one.state, one.stands_since, len(one.steps)
        on = since + timedelta(days=days)
        if (state, step) in steps and days >= 0:
            one.take(step, "body", on)
            assert (one.state, one.stands_since) == (steps[state, step], on)
            assert len(one.steps) == taken + 1
        else:
            with pytest.raises((WrongStep, InvalidField)):
                one.take(step, "body", on)
            assert (one.state, one.stands_since, len(one.steps)) == (state, since, taken)


@pytest.mark.parametrize("standard", PROCEDURES)
def test_every_state_leads_to_a_decision_or_is_an_end(standard: SoughtStandard) -> None:
    steps = table(standard)
    reached, waiting = set[str](), {"proposed"}
    while waiting:
        state = waiting.pop()
        reached.add(state)
        waiting |= {after for (before, _), after in steps.items() if before == state} - reached
    assert HELD | FINAL - {"declined", "rejected"} <= reached
    assert {state for state in reached if not any(before == state for before, _ in steps)} <= FINAL


def test_a_commune_of_the_list_waits_for_it_and_each_standard_goes_its_own_way() -> None:
    assert ("accepted", "self_assess") not in table("NTM")
    assert ("accepted", "list") in table("NTM")
    assert ("accepted", "self_assess") in table("NTM-KM")
    assert ("accepted", "list") not in table("NTM-KM")
    assert ("self_assessed", "give_opinion") not in table("NTM")
    assert ("self_assessed", "post") not in table("DTVM")
