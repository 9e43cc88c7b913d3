from collections import Counter
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.errors import Kind
from contracts.names import Name
from contracts.reference.rules import NoRuleInForce, Rule, RuleIsNoNumber, RuleIsNoShare, rules

SIGNED = date(2017, 6, 16)
FAR_PAST, FAR_FUTURE = date(1900, 1, 1), date(2200, 1, 1)

# Section 3.0 of the domain notes, row by row: our keys, a day in force, confidence of the value.
TABLE = [
    ("report.briefing.period", SIGNED, "seed"),
    ("report.review.period", SIGNED, "seed"),
    ("report.festival.day", SIGNED, "seed"),
    ("report.festival.window", SIGNED, "design"),
    ("report.review3y", SIGNED, "seed"),
    ("report.summary5y", SIGNED, "seed"),
    ("report.cutoff.annual", date(2019, 3, 12), "high"),
    ("report.cutoff.annual", date(2019, 3, 11), "design"),
    ("report.cutoff.6m.h1", date(2019, 3, 12), "high"),
    ("report.cutoff.6m.h2", date(2019, 3, 12), "high"),
    ("report.cutoff.6m.h1", SIGNED, "design"),
    ("report.cutoff.6m.h2", SIGNED, "design"),
    ("report.due.to_government", date(2019, 3, 12), "verified"),
    ("report.due.min_gap", date(2019, 3, 12), "verified"),
    ("report.due.kdc", SIGNED, "design"),
    ("report.due.xa", SIGNED, "design"),
    ("report.due.huyen", SIGNED, "design"),
    ("report.due.tinh", SIGNED, "design"),
    ("sup.forms", date(2016, 1, 1), "verified"),
    ("sup.notice_before_start", date(2017, 6, 15), "low"),
    ("sup.report_after_end", date(2017, 6, 15), "low"),
    ("sup.answer_due", SIGNED, "low"),
    ("cis.min_members", date(2021, 3, 26), "verified"),
    ("cis.min_members", SIGNED, "medium"),
    ("cis.residents_max", date(2023, 8, 14), "verified"),
    ("cis.vice_heads_max", date(2023, 8, 14), "verified"),
    ("cis.plan_notice", date(2021, 3, 26), "verified"),
    ("cis.plan_notice", SIGNED, "medium"),
    ("cis.lifetime", date(2023, 7, 1), "verified"),
    ("crit.forms", date(2016, 1, 1), "high"),
    ("crit.conference_steps", date(2017, 6, 15), "verified"),
    ("crit.dossier_before", SIGNED, "unknown"),
    ("crit.answer_due", SIGNED, "unknown"),
    ("crit.timing", date(2025, 4, 1), "verified"),
    ("poor.income.rural_vnd", date(2016, 1, 5), "verified"),
    ("poor.income.urban_vnd", date(2016, 1, 5), "high"),
    ("poor.band.rural_vnd", date(2021, 12, 31), "verified"),
    ("poor.band.urban_vnd", date(2021, 12, 31), "verified"),
    ("poor.indicators.count", SIGNED, "verified"),
    ("poor.dimensions", SIGNED, "verified"),
    ("poor.indicators", SIGNED, "high"),
    ("poor.middle.rural_vnd", SIGNED, "high"),
    ("poor.middle.urban_vnd", SIGNED, "high"),
    ("poor.review.window", SIGNED, "verified"),
    ("poor.review.window", date(2021, 9, 1), "verified"),
    ("poor.meeting.quorum_yes", date(2021, 9, 1), "verified"),
    ("poor.meeting.quorum_yes", SIGNED, "medium"),
    ("poor.public_posting", date(2016, 8, 15), "low"),
    ("poor.escaped.term", SIGNED, "high"),
    ("gdvh.vote.attendance_min", date(2019, 1, 1), "verified"),
    ("gdvh.vote.yes_min", date(2024, 1, 29), "verified"),
    ("gdvh.dossier", date(2019, 1, 1), "verified"),
    ("gdvh.decision", date(2019, 1, 1), "verified"),
    ("gdvh.decided_by", SIGNED, "medium"),
    ("gdvh.certificate.consecutive", SIGNED, "medium"),
    ("ntm.criteria.count", date(2016, 10, 17), "verified"),
    ("ntm.registration.answer", date(2016, 12, 30), "verified"),
    ("ntm.consult.posting", SIGNED, "low"),
    ("ntm.vote.yes_min", SIGNED, "low"),
    ("ntm.panel.yes_min", SIGNED, "low"),
    ("ntm.survey.coverage.commune", date(2020, 6, 1), "verified"),
    ("ntm.survey.coverage.district", date(2020, 6, 1), "verified"),
    ("ntm.re_recognition", date(2014, 12, 29), "verified"),
    ("dtvm.term.first", SIGNED, "verified"),
    ("dtvm.decision", SIGNED, "verified"),
    ("dtvm.term.again", date(2022, 5, 1), "verified"),
    ("dtvm.satisfied_min", date(2022, 5, 1), "verified"),
    ("dtvm.posting.district", date(2022, 5, 1), "verified"),
    ("fund.peak_month", SIGNED, "high"),
    ("fund.relief.report", date(2021, 12, 10), "verified"),
    ("fund.disclosure.content", date(2021, 12, 11), "verified"),
    ("fund.disclosure.forms", date(2021, 12, 11), "verified"),
    ("doc.format", date(2020, 3, 5), "verified"),
    ("doc.format.basis", SIGNED, "verified"),
]


def _row(unit: str, value: int) -> Rule:
    return Rule(
        key="x",
        name_vi="x",
        name_en="x",
        value=value,
        unit=unit,
        valid_from=None,
        valid_to=None,
        source="x",
        confidence="design",
    )


@pytest.mark.parametrize(("key", "on", "confidence"), TABLE)
def test_each_row_of_the_table_is_there_with_its_confidence(key: str, on: date, confidence: str) -> None:
    assert rules().in_force(key, on).confidence == confidence


@pytest.mark.parametrize("rule", rules().all(), ids=lambda rule: f"{rule.key}@{rule.valid_from}")
def test_every_row_names_source_confidence_and_both_names(rule: Rule) -> None:
    assert rule.source.strip()
    assert rule.confidence
    assert rule.name_vi.strip()
    assert rule.name_en.strip()
    assert (rule.valid_from or FAR_PAST) < (rule.valid_to or FAR_FUTURE)


@pytest.mark.parametrize("key", rules().keys())
def test_versions_of_a_key_never_overlap_and_stand_in_order(key: str) -> None:
    for older, newer in combinations(rules().versions(key), 2):
        assert (older.valid_to or FAR_FUTURE) <= (newer.valid_from or FAR_PAST)


def test_a_key_is_listed_once() -> None:
    assert max(Counter(rules().keys()).values()) == 1
    assert len(rules().all()) >= len(rules().keys())


@given(st.sampled_from(rules().keys()), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_on_any_day_at_most_one_version_holds_and_it_is_the_one_returned(key: str, on: date) -> None:
    holding = [rule for rule in rules().versions(key) if rule.holds_on(on)]
    assert len(holding) <= 1
    if holding:
        assert rules().in_force(key, on) is holding[0]
    else:
        with pytest.raises(NoRuleInForce):
            rules().in_force(key, on)


@pytest.mark.parametrize("rule", rules().all(), ids=lambda rule: f"{rule.key}@{rule.valid_from}")
def test_the_last_day_is_not_included(rule: Rule) -> None:
    if rule.valid_to is not None:
        assert not rule.holds_on(rule.valid_to)
        assert rule.holds_on(rule.valid_to - timedelta(days=1))


@pytest.mark.parametrize(
    ("key", "on", "name"),
    [
        ("no.such.rule", SIGNED, Name("no.such.rule", "no.such.rule")),
        ("poor.income.rural_vnd", date(2022, 1, 1), rules().versions("poor.income.rural_vnd")[-1].name),
    ],
)
def test_no_rule_in_force_names_rule_and_day_in_both_languages(key: str, on: date, name: Name) -> None:
    with pytest.raises(NoRuleInForce) as refused:
        rules().value(key, on)
    sentences = refused.value.sentences()
    assert refused.value.kind is Kind.NOT_FOUND
    assert name.vi in sentences["vi"]
    assert f"{on:%d/%m/%Y}" in sentences["vi"]
    assert name.en in sentences["en"]
    assert on.isoformat() in sentences["en"]


def test_values_that_the_law_and_the_programme_state() -> None:
    value, number = rules().value, rules().number
    assert number("report.briefing.period", SIGNED) == 6
    assert value("report.festival.day", SIGNED) == "11-18"
    assert (number("report.review3y", SIGNED), number("report.summary5y", SIGNED)) == (3, 5)
    assert number("poor.income.rural_vnd", SIGNED) == 700_000
    assert number("poor.income.urban_vnd", SIGNED) == 900_000
    assert value("poor.band.urban_vnd", SIGNED) == {"above": 900_000, "up_to": 1_300_000}
    assert number("sup.answer_due", SIGNED) == 20
    assert number("cis.plan_notice", date(2021, 3, 26)) == 45
    assert number("dtvm.term.again", date(2023, 1, 1)) == 5


def test_placeholders_are_marked() -> None:
    assert rules().in_force("crit.answer_due", SIGNED).is_placeholder
    assert rules().in_force("report.due.kdc", SIGNED).is_placeholder
    assert not rules().in_force("sup.answer_due", SIGNED).is_placeholder
    assert all(rule.note for rule in rules().all() if rule.confidence == "unknown")


def test_the_poverty_meeting_needed_more_than_half_before_and_half_since() -> None:
    before = rules().in_force("poor.meeting.quorum_yes", SIGNED)
    since = rules().in_force("poor.meeting.quorum_yes", date(2021, 9, 1))
    assert [before.is_reached_by(votes, 10) for votes in (5, 6)] == [False, True]
    assert [since.is_reached_by(votes, 10) for votes in (4, 5)] == [False, True]


@given(st.integers(1, 100), st.integers(0, 5_000), st.integers(1, 5_000))
def test_a_share_is_compared_exactly(percent: int, part: int, whole: int) -> None:
    at_least, more_than = _row("percent_at_least", percent), _row("percent_more_than", percent)
    assert at_least.is_reached_by(part, whole) is (part * 100 >= percent * whole)
    assert more_than.is_reached_by(part, whole) is (part * 100 > percent * whole)


def test_nothing_of_nothing_reaches_no_share() -> None:
    assert not _row("percent_at_least", 60).is_reached_by(0, 0)


def test_a_share_or_number_is_not_read_into_a_rule_that_has_none() -> None:
    with pytest.raises(RuleIsNoShare, match="sets no percentage"):
        rules().in_force("gdvh.dossier", SIGNED).is_reached_by(1, 2)
    with pytest.raises(RuleIsNoNumber, match=rules().versions("sup.forms")[-1].name_en):
        rules().number("sup.forms", SIGNED)
