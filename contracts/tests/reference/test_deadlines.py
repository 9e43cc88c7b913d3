import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.reference.deadlines import Deadline, RuleCountsNoTime, deadline, notice_by
from contracts.reference.holidays import add_working_days, holidays_between, is_working_day
from contracts.reference.rules import NoRuleInForce, Rule, rules

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
PROGRAMME_DAYS = st.dates(date(2017, 6, 16), date(2030, 1, 1))
TET_2018 = [date(2018, 2, day) for day in range(14, 21)]


def test_tet_2018_is_seven_days_off() -> None:
    found = holidays_between(date(2018, 2, 1), date(2018, 2, 28))
    assert list(found) == TET_2018
    assert found[date(2018, 2, 16)] == "Tết Nguyên Đán"
    assert holidays_between(date(2018, 2, 16), date(2018, 2, 16), "en") == {
        date(2018, 2, 16): "Lunar New Year"
    }
    assert not any(is_working_day(day) for day in TET_2018)
    assert is_working_day(date(2018, 2, 13))
    assert is_working_day(date(2018, 2, 21))


def test_a_saturday_worked_for_a_bridge_day_counts() -> None:
    assert not is_working_day(date(2018, 12, 31))
    assert is_working_day(date(2019, 1, 5))
    assert add_working_days(date(2019, 1, 4), 1) == date(2019, 1, 5)


def test_weekends_are_no_working_days() -> None:
    assert not is_working_day(date(2017, 6, 17))
    assert add_working_days(date(2017, 6, 16), 1) == date(2017, 6, 19)


@given(DAYS, st.integers(1, 60))
def test_working_days_are_counted_one_by_one(start: date, count: int) -> None:
    due = add_working_days(start, count)
    between = [start + timedelta(days=n + 1) for n in range((due - start).days)]
    assert is_working_day(due)
    assert sum(is_working_day(day) for day in between) == count


@given(DAYS, st.integers(1, 40), st.integers(1, 40))
def test_working_days_add_up(start: date, first: int, second: int) -> None:
    assert add_working_days(add_working_days(start, first), second) == add_working_days(start, first + second)


@given(DAYS, st.integers(1, 40))
def test_counting_back_undoes_counting_forward_from_a_working_day(day: date, count: int) -> None:
    start = add_working_days(day, 0)
    assert add_working_days(add_working_days(start, count), -count) == start


@given(DAYS, DAYS, st.integers(1, 40))
def test_a_later_start_is_never_due_earlier(one: date, other: date, count: int) -> None:
    earlier, later = sorted((one, other))
    assert add_working_days(earlier, count) <= add_working_days(later, count)


def test_three_working_days_over_tet() -> None:
    found = deadline("gdvh.dossier", date(2019, 2, 1))
    assert (found.start, found.count, found.unit) == (date(2019, 2, 1), 3, "working_days")
    assert list(found.skipped) == [date(2019, 2, day) for day in range(4, 9)]
    assert found.due == date(2019, 2, 13)
    assert found.rule.source.startswith("NĐ 122/2018")


def test_calendar_days_pass_over_nothing() -> None:
    found = deadline("crit.answer_due", date(2018, 2, 1))
    assert found.due == date(2018, 3, 3)
    assert found.skipped == {}
    assert not found.due_on_working_day


@given(PROGRAMME_DAYS)
def test_answer_to_a_supervision_is_due_in_twenty_calendar_days(start: date) -> None:
    assert deadline("sup.answer_due", start).due == start + timedelta(days=20)


@given(PROGRAMME_DAYS)
def test_notice_given_on_its_last_day_is_just_in_time(event_on: date) -> None:
    notice = notice_by("sup.notice_before_start", event_on)
    assert notice.count == -15
    assert notice.due + timedelta(days=15) == event_on


@given(PROGRAMME_DAYS)
def test_what_is_skipped_lies_between_and_would_else_be_worked(start: date) -> None:
    found = deadline("poor.public_posting", start)
    assert all(start < day < found.due and day.weekday() < 5 for day in found.skipped)
    assert not any(is_working_day(day) for day in found.skipped)


def test_months_and_years() -> None:
    assert deadline("report.review3y", date(2017, 6, 16)).due == date(2020, 6, 16)
    assert deadline("report.summary5y", date(2017, 6, 16)).due == date(2022, 6, 16)
    assert deadline("report.briefing.period", date(2017, 8, 31)).due == date(2018, 2, 28)
    assert deadline("ntm.re_recognition", date(2020, 2, 29)).due == date(2025, 2, 28)
    assert notice_by("report.briefing.period", date(2018, 3, 31)).due == date(2017, 9, 30)


def test_the_rule_of_the_first_day_counts() -> None:
    last_of_old = deadline("cis.plan_notice", date(2021, 3, 25)).rule
    first_of_new = deadline("cis.plan_notice", date(2021, 3, 26)).rule
    assert (last_of_old.confidence, first_of_new.confidence) == ("medium", "verified")


def test_the_explanation_names_rule_start_kind_of_days_holidays_and_result() -> None:
    found = deadline("gdvh.dossier", date(2019, 2, 1))
    for part in (
        "Thời hạn gửi hồ sơ sau cuộc họp bình xét",
        "3 ngày làm việc",
        "01/02/2019",
        "05/02/2019 (Tết Nguyên Đán)",
        "13/02/2019",
    ):
        assert part in found.explanation_vi
    for part in (
        "Dossier after the meeting",
        "3 working day(s)",
        "2019-02-01",
        "2019-02-05 (Lunar New Year)",
        "2019-02-13",
    ):
        assert part in found.explanation_en
    assert (found.explain("vi"), found.explain("en")) == (found.explanation_vi, found.explanation_en)


def test_the_explanation_says_what_is_a_placeholder_and_how_days_are_counted() -> None:
    found = deadline("crit.answer_due", date(2017, 7, 21))
    assert "số tạm, chờ xác nhận" in found.explanation_vi
    assert "30 ngày theo lịch sau ngày 21/07/2017" in found.explanation_vi
    assert "a placeholder to be confirmed" in found.explanation_en
    back = notice_by("sup.notice_before_start", date(2017, 9, 1))
    assert "15 calendar day(s) before 2017-09-01; result: 2017-08-17" in back.explanation_en
    assert "15 ngày theo lịch trước ngày 01/09/2017" in back.explanation_vi


@pytest.mark.parametrize("rule", rules().all(), ids=lambda rule: f"{rule.key}@{rule.valid_from}")
def test_every_rule_of_time_can_be_counted_and_explained(rule: Rule) -> None:
    key, day = rule.key, rule.valid_from or date(2017, 6, 16)
    if rule.unit in {"calendar_days", "working_days", "months", "years"}:
        found = deadline(key, day)
        assert isinstance(found, Deadline)
        assert found.due > day
        assert rule.name_en in found.explain("en")


def test_what_counts_no_time_is_refused() -> None:
    with pytest.raises(RuleCountsNoTime, match=re.escape(rules().versions("cis.min_members")[-1].name_en)):
        deadline("cis.min_members", date(2021, 4, 1))
    with pytest.raises(NoRuleInForce, match="2010-01-01"):
        deadline("crit.answer_due", date(2010, 1, 1))
