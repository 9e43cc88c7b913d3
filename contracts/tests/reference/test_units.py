from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.reference.units import PROVINCE, SplitUnit, UnknownUnit, units

SIGNED, MERGED = date(2017, 6, 16), date(2025, 7, 1)
LAST_OLD_DAY = date(2025, 6, 30)
DAYS = st.dates(date(2016, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "communes", "wards", "towns"),
    [
        (SIGNED, 140, 30, 10),
        (date(2017, 8, 17), 140, 30, 10),
        (date(2017, 8, 18), 139, 32, 9),
        (date(2020, 3, 1), 137, 32, 9),
        (date(2022, 4, 10), 128, 41, 9),
        (date(2023, 12, 31), 126, 41, 10),
        (date(2025, 3, 1), 121, 41, 10),
        (LAST_OLD_DAY, 121, 41, 10),
        (MERGED, 77, 15, 0),
    ],
)
def test_counts_by_type(day: date, communes: int, wards: int, towns: int) -> None:
    counted = Counter(unit.type for unit in units().communes(day))
    assert (counted["xã"], counted["phường"], counted["thị trấn"]) == (communes, wards, towns)


def test_nine_districts_until_the_level_ended() -> None:
    assert [unit.code for unit in units().districts(SIGNED)] == [
        "164",
        "165",
        *(str(n) for n in range(167, 174)),
    ]
    assert units().districts(MERGED) == []
    assert {unit.parent_id for unit in units().communes(MERGED)} == {"19.2"}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("05467", ["Cam Giá", "Gia Sàng"]),
        ("05443", ["Trưng Vương", "Phan Đình Phùng"]),
        ("05569", ["Bảo Cường", "Chợ Chu", "Định Hóa"]),
        ("05488", ["Phúc Xuân", "Đại Phúc"]),
        ("05860", ["Ba Hàng", "Phổ Yên"]),
        ("05710", ["Đồng Bẩm", "Linh Sơn"]),
    ],
)
def test_a_code_is_no_identity(code: str, names: list[str]) -> None:
    found = [units().at(code, day) for day in (SIGNED, date(2025, 3, 1), MERGED)]
    assert list(dict.fromkeys(unit.name for unit in found)) == names
    assert len({unit.id for unit in found}) == len(names)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Hương Sơn", {"05473", "05908"}),
        ("Tân Thành", {"05479", "05923"}),
        ("Tân Thịnh", {"05452", "05548"}),
        ("Tân Long", {"05482", "05668"}),
        ("Trung Thành", {"05476", "05899"}),
    ],
)
def test_a_name_is_no_identity(name: str, codes: set[str]) -> None:
    assert {unit.code for unit in units().named(name, SIGNED)} == codes


def test_a_name_is_found_however_its_tone_is_written() -> None:
    assert {unit.code for unit in units().named("Hòa Bình", SIGNED)} == {"05671"}
    assert units().named("Hoà Bình", SIGNED) == units().named("HÒA BÌNH", SIGNED)


@pytest.mark.parametrize(
    ("code", "candidates"),
    [("05932", {"05941", "05908"}), ("05467", {"05467", "05500"}), ("05461", {"05443", "05467"})],
)
def test_a_split_unit_is_never_moved_silently(code: str, candidates: set[str]) -> None:
    old = units().at(code, LAST_OLD_DAY)
    assert {each.new_id.split(".")[0] for each in units().successors(old.id)} == candidates
    with pytest.raises(SplitUnit):
        units().successor(old.id, MERGED)


def test_every_unit_of_the_last_old_day_has_a_successor_and_all_280_are_accounted_for() -> None:
    old = [unit for within in (PROVINCE, "06") for unit in units().communes(LAST_OLD_DAY, within)]
    assert len(old) == 280
    new = {unit.id for unit in units().communes(MERGED)}
    assert {each.new_id for unit in old for each in units().successors(unit.id)} == new
    assert all(units().successors(unit.id) for unit in old)


def test_units_change_district_and_type_and_stay_themselves() -> None:
    before, after = (units().at("05659", day) for day in (SIGNED, date(2017, 8, 18)))
    assert (before.id, before.type, before.parent_id) == (after.id, "thị trấn", "169.1")
    assert (after.type, after.parent_id) == ("phường", "164.1")
    assert units().at("172", date(2022, 4, 10)).type == "thành phố"


def test_the_chain_of_successions_is_followed() -> None:
    old = units().at("05524", SIGNED)
    assert units().successor(old.id, date(2021, 1, 1)).name == "Châu Sơn"
    assert units().successor(old.id, MERGED).name == "Bá Xuyên"


def test_a_residential_area_lies_in_its_commune_district_and_province() -> None:
    assert units().check("05431-K001", SIGNED).name == "Quan Triều"
    assert all(
        units().is_within("05431-K001", place, SIGNED) for place in ("05431-K001", "05431", "164", "19")
    )
    assert not units().is_within("05431-K001", "165", SIGNED)
    assert not units().is_within("05431", "05431-K001", SIGNED)
    assert [
        unit.code for unit in units().path(units().at("05431", MERGED.replace(year=2024)).id, SIGNED)
    ] == [
        "05431",
        "164",
        "19",
    ]


@pytest.mark.parametrize("code", ["166", "99999", "99999-K001", "05431-K1", "", "164"])
def test_what_does_not_exist_is_named(code: str) -> None:
    day = MERGED if code == "164" else SIGNED
    with pytest.raises(UnknownUnit, match="No unit has the code"):
        units().check(code, day)


@given(DAYS)
def test_on_any_day_codes_are_unique_and_parents_exist(day: date) -> None:
    found = [unit for within in (PROVINCE, "06") for unit in units().communes(day, within)]
    assert len({unit.code for unit in found}) == len(found) == len({unit.id for unit in found})
    for unit in found:
        assert units().path(unit.id, day)[-1].level == "T"
        assert units().at(unit.code, day) == unit


@given(DAYS)
def test_every_row_says_on_what_it_rests(day: date) -> None:
    assert all(unit.basis and unit.confidence for unit in units().communes(day))
