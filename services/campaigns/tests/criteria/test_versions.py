"""A promulgated draft brings a new version of a criteria set, which applies from its day."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.criteria.domain.versions import PromulgatedSet, in_force
from campaigns.criteria.messages import CriteriaInForce, CriteriaVersions
from campaigns.service import service
from campaigns.standards.messages.commands import AssessCriterion
from contracts.critique.drafts import DraftPromulgated
from contracts.errors import InvalidField
from contracts.reference import NoStandardInForce, standards
from contracts.values import Standard
from shared.testing import Stage, actor

EFFECTIVE = date(2018, 1, 1)
WARD = "05431"


@pytest.fixture
def stage() -> Stage:
    return Stage(service)


def promulgated(draft_id: str = "drf_1", **changes: Any) -> DraftPromulgated:
    criteria = [{"no": no, "name_vi": f"Tiêu chí {no} (giả lập)", "name_en": f"No. {no}"} for no in (1, 2)]
    fields: dict[str, Any] = {
        "draft_id": draft_id,
        "kind": "criteria",
        "drafting_body": "so-xd",
        "unit_code": "19",
        "doc_number": "12/2017/QĐ-UBND",
        "promulgated_on": date(2017, 12, 1),
        "effective_on": EFFECTIVE,
        "critique_reflected": True,
        "criteria": {"standard": "DTVM", "criteria": criteria},
    }
    return DraftPromulgated.model_validate(fields | changes)


def kept(effective_on: date, draft_id: str = "drf_1", standard: Standard = "DTVM") -> PromulgatedSet:
    criteria = [{"no": 1, "name_vi": "Một", "name_en": "One"}]
    return PromulgatedSet(draft_id, standard, draft_id, "so-xd", effective_on, effective_on, criteria)


def version(stage: Stage, on: date) -> str:
    return str(stage.ask(CriteriaInForce(standard="DTVM"), on=on).version)


def test_it_applies_from_its_date(stage: Stage) -> None:
    stage.hear(promulgated())
    assert version(stage, EFFECTIVE - timedelta(days=1)) == "2013"
    found = stage.ask(CriteriaInForce(standard="DTVM"), on=EFFECTIVE)
    assert (found.version, found.draft_id, len(found.criteria)) == ("12/2017/QĐ-UBND", "drf_1", 2)
    assert version(stage, date(2022, 4, 1)) == "2022"
    listed = stage.ask(CriteriaVersions(standard="DTVM")).versions
    assert [each.version for each in listed] == ["2013", "2022", "12/2017/QĐ-UBND"]


def test_heard_twice_it_is_one_version(stage: Stage) -> None:
    for _ in range(2):
        stage.hear(promulgated())
    assert len(stage.ask(CriteriaVersions(standard="DTVM")).versions) == 3


def test_a_text_without_criteria_changes_nothing(stage: Stage) -> None:
    stage.hear(promulgated(criteria=None, kind="plan"))
    assert version(stage, EFFECTIVE) == "2013"


def test_a_ward_is_assessed_by_the_version_of_the_day(stage: Stage) -> None:
    stage.hear(promulgated())
    fields = {"standard": "DTVM", "unit_code": WARD, "year": 2018, "passed": True, "evidence_ref": "1/BC"}
    committee = actor("ubnd-xa", WARD)
    wanted = AssessCriterion.model_validate(fields)
    stage.act(wanted, by=committee, on=EFFECTIVE - timedelta(days=1))
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted, by=committee, on=EFFECTIVE)
    assert refused.value.rule == "criterion-of-set"
    stage.act(wanted.model_copy(update={"criterion_no": 2}), by=committee, on=EFFECTIVE)


DAYS = st.dates(date(2013, 3, 10), date(2026, 12, 31))


@given(begun=st.lists(DAYS, max_size=5), on=DAYS)
def test_the_version_that_began_last_is_in_force(begun: list[date], on: date) -> None:
    sets = [kept(day, f"drf_{index}") for index, day in enumerate(begun)]
    found = in_force("DTVM", sets, on)
    lawful = [each.valid_from for each in standards().versions("DTVM") if each.valid_from]
    assert found.valid_from == max(day for day in [*begun, *lawful] if day <= on)


def test_a_gap_of_the_law_is_filled_by_what_the_province_promulgated() -> None:
    gap = date(2021, 6, 1)
    with pytest.raises(NoStandardInForce):
        in_force("NTM", [], gap)
    found = in_force("NTM", [kept(date(2021, 2, 1), standard="NTM")], gap)
    assert found.version == "drf_1"
    assert found.rules == standards().versions("NTM")[0].rules  # of 2016, not of the version still to come
