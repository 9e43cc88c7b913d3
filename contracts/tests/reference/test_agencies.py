from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.errors import NotFound
from contracts.reference import UnknownAgency, agencies, duties

SIGNED, MERGED = date(2017, 6, 16), date(2025, 7, 1)
DAYS = st.dates(date(2016, 1, 1), date(2027, 12, 31))


def test_the_115_items_by_clause_and_kind() -> None:
    parts = Counter(_part(item.clause) for item in duties().all())
    assert len(duties().all()) == 115
    assert parts == {
        "0": 1, "I": 6, "II.1": 12, "II.2": 4, "II.3": 6, "II.4": 15, "II.5": 9,
        "III.1": 49, "III.2": 8, "IV": 3, "S": 2,
    }  # fmt: skip
    assert Counter(item.kind for item in duties().all()) == {
        "duty": 106,
        "principle": 6,
        "basis": 1,
        "formal": 2,
    }


def _part(clause: str) -> str:
    chapter, _, rest = clause.partition(".")
    return f"{chapter}.{rest[0]}" if chapter in {"II", "III"} else chapter


def test_every_item_is_read_in_both_languages() -> None:
    assert all(item.text_vi and item.text_en and item.cited for item in duties().all())


@pytest.mark.parametrize("day", [SIGNED, MERGED])
def test_somebody_answers_for_every_item(day: date) -> None:
    without = [item.id for item in duties().all() if not duties().responsible(item.id, day)]
    assert without == []


def test_a_duty_follows_its_function_to_the_successor() -> None:
    def holders(duty_id: str, day: date) -> list[str]:
        return [agency.code for agency, _ in duties().responsible(duty_id, day)]

    assert holders("III.1.1-a", SIGNED)[0] == "so-ldtbxh"
    assert holders("III.1.1-a", MERGED)[0] == "so-nnmt"
    assert holders("III.1.13-a", SIGNED) == ["bao-tn", "dai-ptth"]
    assert holders("III.1.13-a", MERGED) == ["bao-ptth"]
    assert "ub-mttq-huyen" in holders("II.1a-c", SIGNED)
    assert "ub-mttq-huyen" not in holders("II.1a-c", MERGED)
    assert holders("II.1a-c", SIGNED)[-1] == "ban-ctmt"
    assert "ub-mttq-tinh" not in holders("II.1a-c", SIGNED)


def test_the_role_of_each_is_kept() -> None:
    roles = {agency.code: role for agency, role in duties().responsible("III.1.4-a", SIGNED)}
    assert roles == {"so-xd": "lead", "btt-mttq-tinh": "coord", "so-vhttdl": "coord"}


@pytest.mark.parametrize(
    ("function", "code"),
    [
        ("peoples-committee", "ubnd-tinh"),
        ("front-standing", "btt-mttq-tinh"),
        ("fund-board", "ban-vd-quy-tinh"),
    ],
)
def test_the_province_stands_first_among_those_who_hold_a_function(function: str, code: str) -> None:
    assert agencies().holding(function, SIGNED)[0].code == code
    assert agencies().holding(function, MERGED)[0].code == code


def test_no_body_of_the_district_remains() -> None:
    assert {agency.code for agency in agencies().all(SIGNED) if agency.level == "H"} >= {
        "ubnd-huyen",
        "ub-mttq-huyen",
        "ban-vd-quy-huyen",
    }
    assert not [agency for agency in agencies().all(MERGED) if agency.level == "H"]


def test_a_duty_names_functions_and_never_an_agency() -> None:
    bound = {actor.function for item in duties().all() for actor in item.actors}
    assert bound <= {each.code for each in agencies().functions()}
    assert bound.isdisjoint(each.code for day in (SIGNED, MERGED) for each in agencies().all(day))


@pytest.mark.parametrize(
    ("code", "function", "successor"),
    [
        ("so-nnptnt", "rural-development", "so-nnmt"),
        ("so-tnmt", "environment", "so-nnmt"),
        ("so-ldtbxh", "poverty-reduction", "so-nnmt"),
        ("so-ldtbxh", "labour-and-merit", "so-nv"),
        ("so-ldtbxh", "social-protection", "so-yt"),
        ("so-ldtbxh", "vocational-training", "so-gddt"),
        ("so-khdt", "planning", "so-tc"),
        ("so-tttt", "information", "so-khcn"),
        ("so-tttt", "press-management", "so-vhttdl"),
        ("bao-tn", "press-newspaper", "bao-ptth"),
        ("dai-ptth", "press-broadcast", "bao-ptth"),
        ("ban-dan-van", "reader-party", "ban-tgdv"),
        ("ban-tuyen-giao", "reader-party", "ban-tgdv"),
    ],
)
def test_each_function_went_where_the_notes_say(code: str, function: str, successor: str) -> None:
    """Programme notes §2.4, row by row: who held it the day before, and who holds it from the day."""
    assert [each.to_code for each in agencies().successors(code, function)] == [successor]
    assert function in agencies().functions_of(code, MERGED - timedelta(days=1))
    assert function in agencies().functions_of(successor, MERGED)


def test_what_ended_is_refused_by_name_and_day() -> None:
    with pytest.raises(UnknownAgency, match="so-ldtbxh on 2025-07-01"):
        agencies().get("so-ldtbxh", MERGED)
    with pytest.raises(NotFound):
        duties().get("V.9-z")


def test_every_function_that_ended_with_its_agency_went_to_one_that_holds_it() -> None:
    before = MERGED - timedelta(days=1)
    for agency in agencies().all(before):
        if agency.level == "H" or agencies().in_force(agency.code, MERGED):
            continue
        own = set(agency.functions) - {"state-department", "drafting-body"}
        assert {each.function for each in agencies().successors(agency.code)} == own
        for each in agencies().successors(agency.code):
            assert each.function in agencies().functions_of(each.to_code, each.effective_on)


@given(DAYS)
def test_on_any_day_a_code_names_one_agency_and_every_function_is_held(day: date) -> None:
    codes = [agency.code for agency in agencies().all(day)]
    assert len(codes) == len(set(codes))
    assert all(agencies().holding(each.code, day) for each in agencies().functions())
    assert all(agencies().function(each) for agency in agencies().all(day) for each in agency.functions)
