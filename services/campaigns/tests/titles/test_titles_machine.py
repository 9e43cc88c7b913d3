from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from campaigns.titles.domain.title import LIFECYCLE, Earned, Held, Title, years_in_a_row
from contracts.errors import WrongStep
from shared.domain.deadlines import ExplainedDeadline
from shared.domain.facts import digest_of
from shared.domain.lifecycle import steps_taken

DAY = date(2017, 7, 1)
EARNED = Earned(last_year=2017, consecutive_years=1, certificate_earned=False)
ENDS = {"not_met", "not_passed", "rejected", "revoked"}
STEPS = {(source, name): step.to for name, step in LIFECYCLE.steps.items() for source in step.sources}
NAMES = sorted({step for _, step in STEPS})


def registered() -> Title:
    title = Title(
        id="ttl_1",
        title="GDVH",
        standard_version="2011",
        subject_ref="hh_1",
        area_code="05467-K001",
        path="/19/164/05467/05467-K001/",
        year=2017,
        registering_body="ban-ctmt/05467-K001",
        registered_on=DAY,
        recorded_at=datetime(2017, 7, 1, tzinfo=UTC),
    )
    steps_taken(title)
    return title


def take(title: Title, step: str) -> None:
    acts = {
        "self_assess": lambda: title.self_assess({}, "2011", DAY, meets=True),
        "find_unmet": lambda: title.self_assess({}, "2011", DAY, meets=False),
        "pass": lambda: title.review("tmt_1", 60, DAY, passed=True),
        "fail": lambda: title.review("tmt_1", 0, DAY, passed=False),
        "submit": lambda: title.submit(ExplainedDeadline.counted("gdvh.decision", DAY), DAY),
        "recognise": lambda: title.recognise("ubnd-xa/05467", "1/QĐ", EARNED, DAY),
        "reject": lambda: title.reject("ubnd-xa/05467", "Lý do", DAY),
        "revoke": lambda: title.revoke("Lý do", DAY),
    }
    acts[step]()


@given(st.lists(st.sampled_from(NAMES), max_size=20))
def test_only_the_table_moves_a_title_and_a_refusal_changes_nothing(steps: list[str]) -> None:
    title = registered()
    for step in steps:
        before, kept = title.state, dict(vars(title))
        try:
            take(title, step)
        except WrongStep:
            assert (before, step) not in STEPS
            assert dict(vars(title)) == kept
        else:
            assert title.state == STEPS[before, step]
            assert [each.step for each in steps_taken(title)] == [step]
    if title.state in ENDS:
        assert not any(state == title.state for state, _ in STEPS)


@given(st.lists(st.sampled_from(NAMES), max_size=20))
def test_whatever_is_recognised_was_assessed_voted_and_sent(steps: list[str]) -> None:
    title = registered()
    for step in steps:
        try:
            take(title, step)
        except WrongStep:
            continue
    if title.state in {"recognised", "revoked"}:
        assert title.self_assessment is not None
        assert (title.meeting_id, title.yes_votes) == ("tmt_1", 60)
        assert title.submitted_on == DAY
        assert title.decision_no == "1/QĐ"


@given(st.sets(st.integers(2000, 2030)), st.integers(2000, 2031))
def test_years_in_a_row_end_at_the_first_gap(years: set[int], year: int) -> None:
    counted = years_in_a_row(year, [Held(each, each) for each in years])
    assert all(year - back in years for back in range(1, counted))
    assert year - counted not in years


def test_a_title_of_three_years_counts_all_of_them() -> None:
    assert years_in_a_row(2020, [Held(2017, 2019)]) == 4
    assert years_in_a_row(2021, [Held(2017, 2019)]) == 1


@given(st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=8), min_size=1))
def test_the_digest_ignores_order_and_notices_every_change(facts: dict[str, int | str]) -> None:
    turned = dict(reversed(list(facts.items())))
    assert digest_of(facts) == digest_of(turned)
    first = next(iter(facts))
    assert digest_of(facts) != digest_of({**facts, first: [facts[first]]})
