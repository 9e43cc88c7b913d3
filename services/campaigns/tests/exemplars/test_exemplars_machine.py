from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from campaigns.exemplars.domain.criteria import Criteria
from campaigns.exemplars.domain.exemplar import LIFECYCLE, Exemplar
from contracts.errors import InvalidField, WrongStep
from contracts.values import ContentCode
from shared.domain.lifecycle import steps_taken

DAY = date(2017, 10, 1)
NOW = datetime(2017, 10, 1, tzinfo=UTC)
NAMES = ("review", "decide", "award", "reject")
CONTENTS = ["ND1", "ND2", "ND3", "ND4", "ND5"]


def nominated() -> Exemplar:
    return Exemplar(
        id="exm_1",
        subject_kind="person",
        subject_ref="sbj_1",
        area_code="05467-K001",
        path="/19/164/05467/05467-K001/",
        year=2017,
        content_code="ND1",
        achievement="Thành tích",
        criteria_id="cri_1",
        criteria_version="1/HD",
        criteria_met=[],
        nominating_body="ban-ctmt/05467-K001",
        co_nominating_bodies=[],
        nominated_on=DAY,
        recorded_at=NOW,
    )


def take(exemplar: Exemplar, step: str, on: date = DAY) -> None:
    acts = {
        "review": lambda: exemplar.review("ub-mttq-xa/05467", "X", "1/BB", on),
        "decide": lambda: exemplar.decide("ub-mttq-xa/05467", "1/QĐ", "praise", on),
        "award": lambda: exemplar.award("meeting", None, on),
        "reject": lambda: exemplar.reject("Lý do", on),
    }
    acts[step]()


@given(st.lists(st.sampled_from(NAMES), max_size=12))
def test_only_the_table_moves_a_nomination_and_a_refusal_changes_nothing(steps: list[str]) -> None:
    exemplar = nominated()
    for step in steps:
        steps_taken(exemplar)
        before, kept = exemplar.state, dict(vars(exemplar))
        try:
            take(exemplar, step)
        except WrongStep:
            assert before not in LIFECYCLE.steps[step].sources
            assert dict(vars(exemplar)) == kept
        else:
            assert before in LIFECYCLE.steps[step].sources
            assert exemplar.state == LIFECYCLE.steps[step].to


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.dates(date(2017, 1, 1), date(2018, 1, 1))), max_size=12))
def test_whatever_is_awarded_was_reviewed_and_decided_in_this_order(steps: list[tuple[str, date]]) -> None:
    exemplar = nominated()
    for step, on in steps:
        try:
            take(exemplar, step, on)
        except (WrongStep, InvalidField):
            continue
    days = [exemplar.nominated_on, exemplar.reviewed_on, exemplar.decided_on, exemplar.awarded_on]
    taken = [each for each in days if each]
    assert taken == sorted(taken)
    if exemplar.state == "awarded":
        assert all(days)
        assert exemplar.reason is None
    if exemplar.state == "rejected":
        assert exemplar.decision_no is None


CRITERIA = st.dictionaries(st.integers(1, 20), st.none() | st.sampled_from(CONTENTS), min_size=1, max_size=10)


@given(CRITERIA, st.sampled_from(CONTENTS), st.lists(st.integers(1, 20), max_size=10))
def test_each_criterion_of_the_content_is_stated_once_and_no_other(
    listed: dict[int, ContentCode | None], content: ContentCode, met: list[int]
) -> None:
    rows = [{"no": no, "content_code": code, "text_vi": "Tiêu chí"} for no, code in listed.items()]
    criteria = Criteria("cri_1", "1/HD", "gui_1", "btt-mttq-tinh", "/19/", DAY, rows, DAY, NOW)
    wanted = {no for no, code in listed.items() if code is None or code == content}
    complete = set(met) == wanted and len(met) == len(wanted)
    try:
        criteria.require_met(content, met)
    except InvalidField:
        assert not complete
    else:
        assert complete
    criteria.require_met(content, sorted(wanted, reverse=True))
