from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from contracts.reference.rules import rules
from contracts.reference.standards import (
    CriteriaSet,
    NoStandardInForce,
    UnknownCriterion,
    standards,
)

SIGNED = date(2017, 6, 16)
FAR_PAST, FAR_FUTURE = date(1900, 1, 1), date(2200, 1, 1)
ALL_SETS = [one for code in standards().codes() for one in standards().versions(code)]


def _named(one: CriteriaSet) -> str:
    return f"{one.code}@{one.version}"


def test_the_codes_of_the_events_are_all_there() -> None:
    assert set(standards().codes()) == {"NTM", "NTM-KM", "DTVM", "TCPL", "GDVH", "KDCVH", "XVH"}


def test_a_rural_commune_of_2017_meets_nineteen_criteria_in_five_groups() -> None:
    ntm = standards().in_force("NTM", SIGNED)
    assert [criterion.no for criterion in ntm.criteria] == list(range(1, 20))
    assert [group.no for group in ntm.groups] == [1, 2, 3, 4, 5]
    by_group = [[c.no for c in ntm.criteria if c.group == group.no] for group in ntm.groups]
    assert by_group == [[1], list(range(2, 10)), [10, 11, 12, 13], [14, 15, 16, 17], [18, 19]]
    assert ntm.criterion(18).name_vi == "Hệ thống chính trị và tiếp cận pháp luật"
    assert len(ntm.criteria) == rules().number("ntm.criteria.count", SIGNED)


def test_civilised_urban_areas_have_nine_criteria_since_2022_and_an_unread_list_before() -> None:
    before, since = standards().versions("DTVM")
    assert (before.criteria_known, before.criteria, before.subjects) == (False, (), ("ward", "township"))
    assert len(since.criteria) == rules().number("dtvm.criteria.count", date(2022, 5, 1)) == 9
    assert standards().in_force("DTVM", SIGNED) is before
    assert standards().in_force("DTVM", date(2022, 4, 1)) is since


def test_a_set_between_two_versions_is_refused_naming_set_and_day() -> None:
    with pytest.raises(NoStandardInForce) as refused:
        standards().in_force("NTM", date(2021, 6, 1))
    assert standards().name("NTM").vi in refused.value.sentences()["vi"]
    assert "01/06/2021" in refused.value.sentences()["vi"]
    assert "2021-06-01" in refused.value.sentences()["en"]
    with pytest.raises(NoStandardInForce):
        standards().in_force("XYZ", SIGNED)


def test_an_unread_list_gives_no_criterion() -> None:
    with pytest.raises(UnknownCriterion, match=standards().in_force("DTVM", SIGNED).title_en):
        standards().in_force("DTVM", SIGNED).criterion(1)
    with pytest.raises(UnknownCriterion, match="20"):
        standards().in_force("NTM", SIGNED).criterion(20)


@pytest.mark.parametrize("one", ALL_SETS, ids=_named)
def test_every_set_names_its_source_and_refers_to_rules_that_exist(one: CriteriaSet) -> None:
    assert one.source.strip()
    assert one.confidence
    assert one.subjects
    assert set(one.rules) <= set(rules().keys())
    assert one.criteria_known or "not read" in (one.note or "")


@pytest.mark.parametrize("code", ["GDVH", "KDCVH"])
@pytest.mark.parametrize("on", [SIGNED, date(2019, 1, 1), date(2025, 1, 1)])
def test_rules_of_the_cultural_titles_hold_while_their_set_does(code: str, on: date) -> None:
    keys = standards().in_force(code, on).rules
    assert "gdvh.vote.yes_min" in keys
    assert all(rules().in_force(key, on) for key in keys)


def test_a_set_must_say_whether_it_knows_its_criteria() -> None:
    known = standards().in_force("NTM", SIGNED)
    with pytest.raises(ValidationError, match="criteria_known"):
        CriteriaSet.model_validate({**known.model_dump(), "criteria": ()})


@pytest.mark.parametrize("code", standards().codes())
def test_versions_never_overlap_and_stand_in_order(code: str) -> None:
    for older, newer in combinations(standards().versions(code), 2):
        assert (older.valid_to or FAR_FUTURE) <= (newer.valid_from or FAR_PAST)
        assert older.version != newer.version


@given(st.sampled_from(standards().codes()), st.dates(date(2005, 1, 1), date(2040, 1, 1)))
def test_on_any_day_at_most_one_version_holds(code: str, on: date) -> None:
    assert sum(one.holds_on(on) for one in standards().versions(code)) <= 1
